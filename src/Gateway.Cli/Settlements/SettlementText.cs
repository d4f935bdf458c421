using Gateway.Contracts.V1;

namespace Gateway.Cli.Settlements;

/// <summary>Parts of a settlement for people.</summary>
internal static class SettlementText
{
    /// <summary>Where a payment was taken or given back; empty where no counter did it.</summary>
    public static string Of(Counter? counter) =>
        counter is null ? "" : $"branch {counter.BranchCode}, counter {counter.CounterCode}, {counter.TellerCode}";

    /// <summary>How a citizen paid.</summary>
    public static string Of(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => "cash",
        PaymentMethod.Card => "bank card",
        PaymentMethod.Wallet => "mobile wallet",
        PaymentMethod.PostalAccount => "postal account",
        _ => "",
    };

    /// <summary>Why a settlement was taken back, as <c>--reason</c> names it.</summary>
    public static string Of(ReversalReason reason) => reason switch
    {
        ReversalReason.TellerError => "teller-error",
        ReversalReason.PaymentFailed => "payment-failed",
        ReversalReason.CitizenRequest => "citizen-request",
        ReversalReason.Other => "other",
        _ => "",
    };
}
