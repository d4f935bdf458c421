using Gateway.Data;
using Gateway.Domain;

namespace Gateway.Server.Clearances;

/// <summary>Puts codes among those that no longer count.</summary>
internal static class RevokedCodes
{
    /// <summary>Supersedes the code of the current sheet.</summary>
    public static async Task SupersedeAsync(
        DatabaseSession session, ClearanceRecord certificate, ClearanceSheetRecord current, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var revocations = new ClearanceRevocationStore(session);
        await revocations.LockAsync(cancellationToken);
        await revocations.InsertAsync(
            current.Details.CredentialId, ClearanceState.Superseded, now, certificate.Details.ExpireTime,
            cancellationToken);
    }

    /// <summary>Revokes a certificate with the codes of all its sheets.</summary>
    public static async Task RevokeAsync(
        DatabaseSession session, ClearanceRecord certificate, ClearanceRevocation revocation,
        CancellationToken cancellationToken)
    {
        await new ClearanceStore(session).RevokeAsync(certificate.Id, revocation, cancellationToken);
        var sheets = await new ClearanceSheetStore(session).ListAsync(certificate.Id, cancellationToken);
        var revocations = new ClearanceRevocationStore(session);
        await revocations.LockAsync(cancellationToken);
        foreach (var sheet in sheets)
            await revocations.InsertAsync(
                sheet.Details.CredentialId, ClearanceState.Revoked, revocation.Time, certificate.Details.ExpireTime,
                cancellationToken);
    }
}
