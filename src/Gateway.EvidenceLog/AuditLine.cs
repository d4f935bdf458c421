namespace Gateway.EvidenceLog;

/// <summary>Who asked about whom. Written in the same flush as the statement, and deleted after a retention of its
/// own.</summary>
/// <param name="Caller">The caller's SPIFFE id.</param>
/// <param name="BranchCode">Post-office branch, if there is one.</param>
/// <param name="CounterCode">Counter in the branch, if the caller names it.</param>
/// <param name="TellerCode">Teller at the counter, if the caller names one.</param>
/// <param name="SubjectKind">What kind of subject was asked about.</param>
/// <param name="Subject">The subject itself; personal data.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record AuditLine(
    string Caller,
    string BranchCode,
    string CounterCode,
    string TellerCode,
    string SubjectKind,
    string Subject,
    string Outcome)
{
    /// <summary>Leaves the subject out: a record prints all its members, and this one is not for logs.</summary>
    public override string ToString() => $"{Caller} {BranchCode} {CounterCode} {SubjectKind} {Outcome}";
}
