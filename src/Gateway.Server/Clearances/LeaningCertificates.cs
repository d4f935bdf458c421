using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;
using Gateway.Server.Settlements;
using Google.Rpc;
using ClearanceRevocationReason = Gateway.Domain.ClearanceRevocationReason;

namespace Gateway.Server.Clearances;

/// <summary>
/// What becomes of the certificates that lean on a settlement which is taken back: they are revoked, once the head
/// office has their paper (law 5).
/// </summary>
internal static class LeaningCertificates
{
    /// <summary>Revokes them, with the subject locked.</summary>
    /// <exception cref="RefusalException">
    /// SETTLEMENT_LEANED_ON where the caller is not the head office or a sheet was not recovered; INVALID_FIELDS for a
    /// recovered sheet that is none of theirs.
    /// </exception>
    public static async Task RevokeAsync(
        DatabaseSession session, ReversalOrder order, SettlementRecord settlement, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var numbers = await new ClearanceStore(session).ListLeaningAsync(
            settlement.Details.Subject, settlement.Id, now, cancellationToken);
        var leaning = new List<(ClearanceRecord Certificate, string Sheet)>();
        foreach (var number in numbers)
        {
            var certificate = await ClearanceAccess.FindAsync(
                session, new ClearanceKey(number, OnlyBranch: null), cancellationToken);
            var sheets = await new ClearanceSheetStore(session).ListAsync(certificate.Id, cancellationToken);
            leaning.Add((certificate, sheets[^1].Details.SheetSerial));
        }

        Check(order, leaning);
        var revocation = new Data.ClearanceRevocation(
            ClearanceRevocationReason.SettlementReversed, Note: null, order.Request.Caller, now);
        foreach (var (certificate, _) in leaning)
            await RevokedCodes.RevokeAsync(session, certificate, revocation, cancellationToken);
    }

    private static void Check(ReversalOrder order, List<(ClearanceRecord Certificate, string Sheet)> leaning)
    {
        var recovered = order.RecoveredSheets ?? [];
        var missing = leaning.Where(one => !recovered.Contains(one.Sheet)).ToList();
        if (missing.Count > 0)
            throw new Refusal(ErrorReason.SettlementLeanedOn)
            {
                Preconditions = [.. missing.Select(one => new PreconditionFailure.Types.Violation
                {
                    Type = "CLEARANCE_SHEET",
                    Subject = one.Sheet,
                    Description = $"Certificate {one.Certificate.Details.CertificateNumber} leans on the settlement.",
                })],
            }.ToException();

        var errors = new Domain.FieldErrors();
        for (var i = 0; i < recovered.Count; i++)
        {
            if (!leaning.Exists(one => one.Sheet == recovered[i]))
                errors.Add(
                    $"recovered_sheet_serials[{i}]", "is no sheet of a certificate that leans on the settlement");
        }
        Requests.RequestFields.ThrowIfAny(errors);
    }
}
