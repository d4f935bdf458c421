using Gateway.Evidence;
using Grpc.Core;

namespace Gateway.Client;

/// <summary>
/// An answer whose evidence was verified: all that a third party needs to check it again, years later.
/// </summary>
/// <param name="Method">The method's path, e.g. <c>/traffic.gateway.v1.FinesInquiryService/InquireFines</c>.</param>
/// <param name="RequestMessages">The request messages that the evidence covers, as they were sent.</param>
/// <param name="ResponseMessages">The response messages, as they came. Empty on a refusal.</param>
/// <param name="Status">The outcome of the call.</param>
/// <param name="StatusDetails">Bytes of <c>grpc-status-details-bin</c>; null where there was none.</param>
/// <param name="Evidence">The evidence.</param>
public sealed record VerifiedAnswer(
    string Method,
    IReadOnlyList<byte[]> RequestMessages,
    IReadOnlyList<byte[]> ResponseMessages,
    Status Status,
    byte[]? StatusDetails,
    VerifiedEvidence Evidence);
