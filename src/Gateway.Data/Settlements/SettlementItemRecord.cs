using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A fine in a settlement.</summary>
/// <param name="FineId">The fine's key.</param>
/// <param name="FineNumber">The fine's number.</param>
/// <param name="ViolationAr">Violation in Arabic.</param>
/// <param name="ViolationEn">Violation in English.</param>
/// <param name="Amount">What was paid for it.</param>
/// <param name="IsActive">False once the settlement was reversed.</param>
public sealed record SettlementItemRecord(
    long FineId,
    string FineNumber,
    string ViolationAr,
    string ViolationEn,
    Money Amount,
    bool IsActive);
