using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A fine as it is appealed against.</summary>
/// <param name="FineId">Key of the fine.</param>
/// <param name="Payment">How it was paid; null where it is unpaid.</param>
/// <param name="Ground">Why.</param>
/// <param name="Statement">The citizen's own words; null where there are none.</param>
/// <param name="Amount">The fine, its fees apart.</param>
/// <param name="Fees">Its fees.</param>
/// <param name="ContestedAmount">The part of the amount that is contested.</param>
public sealed record NewAppealItem(
    long FineId,
    FinePayment? Payment,
    AppealGround Ground,
    string? Statement,
    Money Amount,
    Money Fees,
    Money ContestedAmount);

/// <summary>How a fine was paid.</summary>
/// <param name="SettlementId">Key of the settlement.</param>
/// <param name="Amount">What was paid for it.</param>
public sealed record FinePayment(long SettlementId, Money Amount);
