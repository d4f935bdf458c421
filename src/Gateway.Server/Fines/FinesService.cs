using Gateway.Contracts.V1;
using Gateway.Server.Appeals;
using Gateway.Server.Requests;
using Grpc.Core;

namespace Gateway.Server.Fines;

/// <summary>Serves <c>FinesInquiryService</c>.</summary>
internal sealed class FinesService(FineInquiryDesk desk, AppealOptions appeals) : FinesInquiryService.FinesInquiryServiceBase
{
    /// <inheritdoc />
    public override async Task<InquireFinesResponse> InquireFines(
        InquireFinesRequest request, ServerCallContext context)
    {
        var question = InquiryRequests.Read(request, context.Grant());
        new InquiryAudit(context.Call(), request.Counter).Asked(question.Subject);
        var fines = await desk.InquireAsync(question, context.CancellationToken);
        return InquiryMapping.ToResponse(fines, appeals.FeeAmount);
    }

    /// <inheritdoc />
    public override async Task<GetFineResponse> GetFine(GetFineRequest request, ServerCallContext context)
    {
        InquiryRequests.Check(request, context.Grant());
        new InquiryAudit(context.Call(), request.Counter).Asked(request.FineNumber);
        var fine = await desk.FindAsync(request.FineNumber, context.CancellationToken);
        return InquiryMapping.ToResponse(fine);
    }
}
