using Gateway.Domain;
using Gateway.Server.Calls;
using Gateway.Server.Pki;

namespace Gateway.Server.Settlements;

/// <summary>
/// What a caller may settle at once while nobody can tell whether its certificate was revoked. Thread-safe.
/// </summary>
internal sealed class OverdueCeiling(PkiOptions options, TimeProvider time)
{
    private readonly Money _ceiling = Money.FromAmount(options.OverdueSettlementCeiling);

    /// <summary>The most that the caller of a call may settle at once; null where there is no such limit.</summary>
    public Money? Of(Call call) => call.Identity.IsListOverdueAt(time.GetUtcNow()) ? _ceiling : null;
}
