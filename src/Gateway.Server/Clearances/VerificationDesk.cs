using Gateway.Clearance;
using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;
using ClearanceState = Gateway.Domain.ClearanceState;
using Verdict = Gateway.Contracts.V1.ClearanceVerdict;

namespace Gateway.Server.Clearances;

/// <summary>
/// Checks certificates online: the code as any verifier does, and against the record of what was issued. Thread-safe.
/// </summary>
internal sealed class VerificationDesk(IProsecutionDatabase database, ClearanceCodes codes, TimeProvider time)
{
    private const string NotOnRecord = "NOT_ON_RECORD";
    private const string RecordDiffers = "RECORD_DIFFERS";

    /// <summary>What there is to say about a certificate that is shown.</summary>
    /// <exception cref="RefusalException">CLEARANCE_UNKNOWN, where only a number is shown.</exception>
    public Task<VerifyClearanceCertificateResponse> VerifyAsync(
        ShownCertificate shown, CancellationToken cancellationToken)
    {
        var now = Milliseconds.Of(time.GetUtcNow());
        if (shown.QrText is null)
            return database.ReadAsync(
                async session =>
                {
                    var key = new ClearanceKey(shown.CertificateNumber!, OnlyBranch: null);
                    var certificate = await ClearanceAccess.FindAsync(session, key, cancellationToken);
                    var view = await ClearanceView.ReadAsync(session, certificate, cancellationToken);
                    return await ToWireAsync(session, view, view.Sheets[^1], shown, now, cancellationToken);
                },
                cancellationToken);

        var check = codes.Verifier.Check(shown.QrText, now);
        return check.Claims is { } claims && check.Reason != ClearanceReason.NotYetValid
            ? database.ReadAsync(
                session => FindAsync(session, claims, shown, now, cancellationToken), cancellationToken)
            : Task.FromResult(Found((Verdict)check.Verdict, check.ReasonName, now));
    }

    private static async Task<VerifyClearanceCertificateResponse> FindAsync(
        DatabaseSession session, ClearanceClaims claims, ShownCertificate shown, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Rightly signed, and yet never issued here: the key is in other hands, or the record was lost.
        var number = await new ClearanceSheetStore(session).FindCertificateNumberAsync(
            claims.Id.ToBytes(), cancellationToken);
        if (number is null)
            return Found(Verdict.Forged, NotOnRecord, now);

        var certificate = await ClearanceAccess.FindAsync(
            session, new ClearanceKey(number, OnlyBranch: null), cancellationToken);
        var view = await ClearanceView.ReadAsync(session, certificate, cancellationToken);
        var sheet = view.Sheets.Single(one => one.Details.CredentialId.Span.SequenceEqual(claims.Id.ToBytes()));
        return sheet.Details.QrText == shown.QrText
            ? await ToWireAsync(session, view, sheet, shown, now, cancellationToken)
            : Found(Verdict.Forged, RecordDiffers, now);
    }

    private static async Task<VerifyClearanceCertificateResponse> ToWireAsync(
        DatabaseSession session, ClearanceView view, ClearanceSheetRecord sheet, ShownCertificate shown,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (certificate, subject, _) = view;
        var (verdict, reason) = Judge(certificate, sheet, now);
        var since = await new FineStore(session).ListUnpaidAsync(subject.Key, cancellationToken);
        var answer = Found(verdict, reason, now);
        answer.CertificateNumber = certificate.Details.CertificateNumber;
        answer.Subject = Masked(subject.Subject).ToWire();
        answer.SheetSerial = sheet.Details.SheetSerial;
        answer.AsOfTime = Timestamp.FromDateTimeOffset(certificate.Details.AsOfTime);
        answer.ExpireTime = Timestamp.FromDateTimeOffset(certificate.Details.ExpireTime);
        answer.BranchCode = certificate.Details.BranchCode;
        answer.RevocationReason =
            (Contracts.V1.ClearanceRevocationReason)(certificate.Revocation?.Reason ?? 0);
        answer.RevokeTime = ClearanceMapping.ToWire(certificate.Revocation?.Time ?? sheet.RevokeTime);
        answer.FinesSince = new FinesSince
        {
            Count = since.Count,
            Total = since.Aggregate(Money.Zero, (sum, fine) => sum + fine.Due).ToWire(),
        };
        if (shown.ShowHolder)
            answer.Holder = ClearanceMapping.ToWire(certificate, subject.Subject, showNationalId: true);
        return answer;
    }

    private static (Verdict Verdict, string Reason) Judge(
        ClearanceRecord certificate, ClearanceSheetRecord sheet, DateTimeOffset now)
    {
        if (certificate.Revocation is not null)
            return (Verdict.Revoked, "REVOKED");
        if (sheet.RevokedAs == ClearanceState.Superseded)
            return (Verdict.Superseded, "SUPERSEDED");
        return certificate.StateAt(now) == ClearanceState.Expired
            ? (Verdict.Expired, "EXPIRED")
            : (Verdict.Genuine, "");
    }

    // Whoever is shown a paper learns of a licence no more than is on it.
    private static Domain.Subject Masked(Domain.Subject subject) => subject is Domain.DrivingLicence licence
        ? licence with { LicenceNumber = ClearanceSubject.Of(licence) }
        : subject;

    private static VerifyClearanceCertificateResponse Found(Verdict verdict, string reason, DateTimeOffset now) => new()
    {
        Verdict = verdict,
        Reason = reason,
        CheckTime = Timestamp.FromDateTimeOffset(now),
    };
}
