using Gateway.Contracts.V1;
using Gateway.Server.Fines;
using Gateway.Server.Requests;
using Grpc.Core;

namespace Gateway.Server.Clearances;

/// <summary>Serves <c>ClearanceService</c>.</summary>
internal sealed class ClearancesService(
    ClearanceDesk certificates,
    ClearanceInquiryDesk inquiry,
    PageDesk pages,
    VerificationDesk verification,
    RevocationDesk revocations) : ClearanceService.ClearanceServiceBase
{
    /// <inheritdoc />
    public override Task<IssueClearanceCertificateResponse> IssueClearanceCertificate(
        IssueClearanceCertificateRequest request, ServerCallContext context)
    {
        var order = ClearanceRequests.Read(request, context.Grant(), context.Call());
        return certificates.IssueAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override async Task<GetClearanceCertificateResponse> GetClearanceCertificate(
        GetClearanceCertificateRequest request, ServerCallContext context)
    {
        var grant = context.Grant();
        var key = ClearanceQuestions.Read(request, grant);
        new InquiryAudit(context.Call(), request.Counter).AskedOfCertificate(key.Number);
        return new GetClearanceCertificateResponse
        {
            Certificate = await inquiry.FindAsync(
                key, showNationalId: grant.Caller.Role == Role.Reviewer, context.CancellationToken),
        };
    }

    /// <inheritdoc />
    public override Task<RenderClearanceCertificateResponse> RenderClearanceCertificate(
        RenderClearanceCertificateRequest request, ServerCallContext context)
    {
        var question = ClearanceQuestions.Read(request, context.Grant());
        new InquiryAudit(context.Call(), request.Counter).AskedOfCertificate(question.Key.Number);
        return pages.RenderAsync(question, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<ReprintClearanceCertificateResponse> ReprintClearanceCertificate(
        ReprintClearanceCertificateRequest request, ServerCallContext context)
    {
        var order = ClearanceRequests.Read(request, context.Grant(), context.Call());
        return certificates.ReprintAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override async Task<VerifyClearanceCertificateResponse> VerifyClearanceCertificate(
        VerifyClearanceCertificateRequest request, ServerCallContext context)
    {
        var shown = ClearanceQuestions.Read(request, context.Grant());
        var answer = await verification.VerifyAsync(shown, context.CancellationToken);
        if (answer.CertificateNumber.Length > 0)
            new InquiryAudit(context.Call(), request.Counter).AskedOfCertificate(answer.CertificateNumber);
        return answer;
    }

    /// <inheritdoc />
    public override Task<RevokeClearanceCertificateResponse> RevokeClearanceCertificate(
        RevokeClearanceCertificateRequest request, ServerCallContext context)
    {
        var order = ClearanceRequests.Read(request, context.Grant(), context.Call());
        return revocations.RevokeAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<ListClearanceRevocationsResponse> ListClearanceRevocations(
        ListClearanceRevocationsRequest request, ServerCallContext context)
    {
        var question = ClearanceQuestions.Read(request, context.Grant());
        return revocations.ListAsync(question, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<GetClearanceVerifierListsResponse> GetClearanceVerifierLists(
        GetClearanceVerifierListsRequest request, ServerCallContext context)
    {
        ClearanceQuestions.Check(request, context.Grant());
        return revocations.ListsAsync(context.CancellationToken);
    }
}
