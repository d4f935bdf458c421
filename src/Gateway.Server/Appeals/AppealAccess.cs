using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;

namespace Gateway.Server.Appeals;

/// <summary>
/// Which appeals a counter reaches: a branch those that were submitted at it, and every one whose appellant it names.
/// </summary>
internal static class AppealAccess
{
    /// <summary>The appeal.</summary>
    /// <exception cref="RefusalException">APPEAL_UNKNOWN; PERSON_MISMATCH where the appeal may be seen, but is another
    /// person's than the one who is named.</exception>
    public static async Task<AppealRecord> FindAsync(
        DatabaseSession session, AppealKey key, CancellationToken cancellationToken)
    {
        var found = await new AppealStore(session).FindByNumberAsync(key.Number, cancellationToken);
        var isNamed = found is not null && found.Details.AppellantNationalId == key.AppellantNationalId;
        if (found is null || (!isNamed && key.OnlyBranch is { } branch && found.Details.BranchCode != branch))
            throw new Refusal(ErrorReason.AppealUnknown).ToException();
        if (!isNamed && key.AppellantNationalId is not null)
            throw new Refusal(ErrorReason.PersonMismatch).ToException();
        return found;
    }

    /// <summary>
    /// The appeal, with its subject held until the transaction ends, so that no other call of a gateway changes it.
    /// </summary>
    /// <exception cref="RefusalException">As <see cref="FindAsync"/>.</exception>
    public static async Task<AppealRecord> HoldAsync(
        DatabaseSession session, AppealKey key, CancellationToken cancellationToken)
    {
        var found = await FindAsync(session, key, cancellationToken);
        await new SubjectStore(session).LockAsync(found.Details.Subject, cancellationToken);
        return await FindAsync(session, key, cancellationToken);
    }
}
