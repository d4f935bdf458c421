using Google.Rpc;
using FineStatus = Gateway.Domain.FineStatus;

namespace Gateway.Server.Settlements;

/// <summary>Tells in a refusal how a fine stands.</summary>
internal static class FineStates
{
    /// <summary>A condition that a fine does not meet.</summary>
    public static PreconditionFailure.Types.Violation Violation(
        string type, string fineNumber, string description) =>
        new() { Type = type, Subject = fineNumber, Description = description };

    /// <summary>Name of a state in the contract, without its prefix.</summary>
    public static string NameOf(FineStatus status) => status switch
    {
        FineStatus.Outstanding => "OUTSTANDING",
        FineStatus.Settled => "SETTLED",
        FineStatus.UnderAppeal => "UNDER_APPEAL",
        FineStatus.Cancelled => "CANCELLED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
