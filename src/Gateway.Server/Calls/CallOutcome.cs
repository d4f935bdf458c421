using Gateway.Server.Errors;
using Grpc.Core;

namespace Gateway.Server.Calls;

/// <summary>How a call ended: its gRPC status, and the details of a refusal.</summary>
internal sealed record CallOutcome(StatusCode Code, string Message, byte[]? Details)
{
    /// <summary>Success.</summary>
    public static CallOutcome Ok { get; } = new(StatusCode.OK, "", null);

    /// <summary>A refusal with its rich status.</summary>
    public static CallOutcome Refused(Refusal refusal) =>
        new(refusal.Text.Code, refusal.Text.Sentence, RichStatus.Encode(refusal));
}
