using Gateway.Contracts.V1;
using Gateway.Data;

namespace Gateway.Server.Clearances;

/// <summary>A certificate with everything that belongs to it, as it stands in the database.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="Sheets">Its sheets, the current one last.</param>
internal sealed record ClearanceView(
    ClearanceRecord Certificate, SubjectRecord Subject, IReadOnlyList<ClearanceSheetRecord> Sheets)
{
    /// <summary>Reads what belongs to a certificate.</summary>
    public static async Task<ClearanceView> ReadAsync(
        DatabaseSession session, ClearanceRecord certificate, CancellationToken cancellationToken)
    {
        var subject = await new SubjectStore(session).FindAsync(certificate.Details.Subject, cancellationToken)
            ?? throw new InvalidOperationException("A certificate without a subject.");
        var sheets = await new ClearanceSheetStore(session).ListAsync(certificate.Id, cancellationToken);
        return new ClearanceView(certificate, subject, sheets);
    }

    /// <summary>The certificate as the contract has it.</summary>
    public ClearanceCertificate ToWire(DateTimeOffset now, bool showNationalId) =>
        ClearanceMapping.ToWire(Certificate, Subject, Sheets, now, showNationalId);
}
