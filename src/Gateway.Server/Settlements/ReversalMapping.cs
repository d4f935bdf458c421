using Gateway.Contracts.V1;
using Gateway.Data;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.Settlements;

/// <summary>Writes how a settlement was taken back.</summary>
internal static class ReversalMapping
{
    /// <summary>The reversal as the contract has it.</summary>
    public static Reversal ToWire(ReversalRecord reversal) => new()
    {
        RequestId = reversal.RequestId,
        Counter = reversal.BranchCode is null ? null : new Counter
        {
            BranchCode = reversal.BranchCode,
            CounterCode = reversal.CounterCode ?? "",
            TellerCode = reversal.TellerCode ?? "",
        },
        Reason = (ReversalReason)reversal.Reason,
        Note = reversal.Note ?? "",
        ReverseTime = Timestamp.FromDateTimeOffset(reversal.ReverseTime),
    };
}
