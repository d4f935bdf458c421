using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;
using Google.Rpc;
using ClearanceState = Gateway.Domain.ClearanceState;

namespace Gateway.Server.Clearances;

/// <summary>Which certificates a caller reaches: a branch those that it issued.</summary>
internal static class ClearanceAccess
{
    /// <summary>The certificate.</summary>
    /// <exception cref="RefusalException">CLEARANCE_UNKNOWN, also for one that the caller may not see.</exception>
    public static async Task<ClearanceRecord> FindAsync(
        DatabaseSession session, ClearanceKey key, CancellationToken cancellationToken)
    {
        var found = await new ClearanceStore(session).FindByNumberAsync(key.Number, cancellationToken);
        return found is null || (key.OnlyBranch is { } branch && found.Details.BranchCode != branch)
            ? throw new Refusal(ErrorReason.ClearanceUnknown).ToException()
            : found;
    }

    /// <summary>
    /// The certificate, with its subject held until the transaction ends, so that no other call of a gateway changes
    /// it.
    /// </summary>
    /// <exception cref="RefusalException">As <see cref="FindAsync"/>.</exception>
    public static async Task<ClearanceRecord> HoldAsync(
        DatabaseSession session, ClearanceKey key, CancellationToken cancellationToken)
    {
        var found = await FindAsync(session, key, cancellationToken);
        await new SubjectStore(session).LockAsync(found.Details.Subject, cancellationToken);
        return await FindAsync(session, key, cancellationToken);
    }

    /// <summary>Refuses one that does not count.</summary>
    /// <exception cref="RefusalException">CLEARANCE_NOT_VALID.</exception>
    public static void CheckValid(ClearanceRecord certificate, DateTimeOffset now)
    {
        var state = certificate.StateAt(now);
        if (state == ClearanceState.Valid)
            return;

        throw new Refusal(ErrorReason.ClearanceNotValid)
        {
            Preconditions =
            [
                new PreconditionFailure.Types.Violation
                {
                    Type = "CLEARANCE_STATE",
                    Subject = certificate.Details.CertificateNumber,
                    Description = state == ClearanceState.Revoked ? "It is REVOKED." : "It is EXPIRED.",
                },
            ],
        }.ToException();
    }
}
