using Gateway.Contracts.V1;
using Gateway.Server.Requests;
using Grpc.Core;

namespace Gateway.Server.EvidenceInquiry;

/// <summary>Serves <c>EvidenceService</c>.</summary>
internal sealed class EvidenceInquiryService(SigningCertificateList certificates, LogHeadDesk heads, EvidenceDesk evidence)
    : EvidenceService.EvidenceServiceBase
{
    /// <inheritdoc />
    public override Task<ListSigningCertificatesResponse> ListSigningCertificates(
        ListSigningCertificatesRequest request, ServerCallContext context) => Task.FromResult(certificates.ToWire());

    /// <inheritdoc />
    public override Task<ListLogsResponse> ListLogs(ListLogsRequest request, ServerCallContext context) =>
        heads.ListAsync(context.CancellationToken);

    /// <inheritdoc />
    public override Task<GetCheckpointResponse> GetCheckpoint(
        GetCheckpointRequest request, ServerCallContext context) => Task.FromResult(heads.Newest());

    /// <inheritdoc />
    public override Task<GetConsistencyProofResponse> GetConsistencyProof(
        GetConsistencyProofRequest request, ServerCallContext context)
    {
        EvidenceRequests.Check(request);
        return Task.FromResult(heads.Consistency(request.Origin, request.FirstSize, request.SecondSize));
    }

    /// <inheritdoc />
    public override Task<GetEvidenceResponse> GetEvidence(GetEvidenceRequest request, ServerCallContext context)
    {
        var question = EvidenceRequests.Read(request, context.Grant());
        return evidence.FindAsync(question, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<GetInclusionProofResponse> GetInclusionProof(
        GetInclusionProofRequest request, ServerCallContext context)
    {
        var question = EvidenceRequests.Read(request, context.Grant());
        return Task.FromResult(evidence.Inclusion(question, request.TreeSize));
    }
}
