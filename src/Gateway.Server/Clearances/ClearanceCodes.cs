using Gateway.Clearance;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Pki;
using Gateway.Server.Replays;

namespace Gateway.Server.Clearances;

/// <summary>Makes what is signed with the keys of the certificates: codes and revocation lists. Thread-safe.</summary>
internal sealed class ClearanceCodes(PkiInForce pki)
{
    /// <summary>The trust list in force, and the same as a file.</summary>
    public (TrustList List, ReadOnlyMemory<byte> File) Trust
    {
        get
        {
            using var use = pki.Use();
            return (use.Pki.Clearance.TrustList, use.Pki.Clearance.TrustListFile);
        }
    }

    /// <summary>Verifies codes with the trust list in force.</summary>
    public ClearanceVerifier Verifier
    {
        get
        {
            using var use = pki.Use();
            return use.Pki.Clearance.Verifier;
        }
    }

    /// <summary>Whether what is signed is a sample.</summary>
    public bool AreSamples
    {
        get
        {
            using var use = pki.Use();
            return SamplePki.Issued(use.Pki.Clearance.Signing.Current.Certificate);
        }
    }

    /// <summary>The moment without what is below a second, as codes and lists have it.</summary>
    public static DateTimeOffset WholeSeconds(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    /// <summary>The span without what is below a second.</summary>
    public static TimeSpan WholeSeconds(TimeSpan span) => TimeSpan.FromSeconds(Math.Floor(span.TotalSeconds));

    /// <summary>The first sheet of a certificate.</summary>
    public NewClearanceSheet FirstSheet(
        IssueOrder order, ClearanceRecord certificate, SubjectRecord subject, DateTimeOffset now) =>
        Sheet(order.Request, certificate, subject, order.SheetSerial, now, sheetNumber: 1, reason: null);

    /// <summary>The next sheet of a certificate.</summary>
    public NewClearanceSheet NextSheet(ReprintOrder order, ClearanceView before, DateTimeOffset now) => Sheet(
        order.Request, before.Certificate, before.Subject, order.SheetSerial, now, before.Sheets.Count + 1,
        order.Reason);

    /// <summary>The revocation list as a file.</summary>
    public byte[] SignRevocations(
        long number, DateTimeOffset now, DateTimeOffset expire, IReadOnlyList<ClearanceRevocationRecord> revocations)
    {
        // One that was superseded and then revoked is revoked.
        var entries = revocations
            .GroupBy(revocation => CredentialId.FromBytes(revocation.CredentialId.Span))
            .Select(codes => (codes.Key, codes.Any(code => code.State == ClearanceState.Revoked)
                ? RevokedAs.Revoked
                : RevokedAs.Superseded));
        using var use = pki.Use();
        return RevocationList.Sign(number, now, expire, entries, use.Pki.Clearance.Signing.At(now).Signer);
    }

    private NewClearanceSheet Sheet(
        OnceRequest request, ClearanceRecord certificate, SubjectRecord subject, string sheetSerial, DateTimeOffset now,
        int sheetNumber, ClearanceReprintReason? reason)
    {
        var id = CredentialId.New();
        var claims = Claims(certificate, subject.Subject, sheetSerial, id);
        using var use = pki.Use();
        var keys = use.Pki.Clearance;
        return new NewClearanceSheet
        {
            SheetNumber = sheetNumber,
            SheetSerial = sheetSerial,
            CredentialId = id.ToBytes(),
            QrText = ClearanceCredential.Issue(
                claims, Holder(certificate, subject.Subject), keys.Units?.At(now).Key, keys.Signing.At(now).Signer),
            Caller = request.Caller,
            RequestId = request.RequestId,
            PrintTime = now,
            ReprintReason = reason,
        };
    }

    private static ClearanceClaims Claims(
        ClearanceRecord certificate, Subject subject, string sheetSerial, CredentialId id)
    {
        var plate = subject as VehiclePlate;
        return new ClearanceClaims
        {
            Id = id,
            AsOfTime = WholeSeconds(certificate.Details.AsOfTime),
            ExpireTime = certificate.Details.ExpireTime,
            CertificateNumber = certificate.Details.CertificateNumber,
            Kind = plate is null ? ClearanceKind.DrivingLicence : ClearanceKind.Vehicle,
            Subject = plate is null ? ClearanceSubject.Of((DrivingLicence)subject) : ClearanceSubject.Of(plate),
            PlateKind = plate?.Kind,
            GovernorateCode = plate is { GovernorateCode.Length: > 0 } ? plate.GovernorateCode : null,
            BranchCode = certificate.Details.BranchCode,
            SheetSerial = sheetSerial,
            Result = ClearanceResult.NothingOutstanding,
        };
    }

    private static ClearanceHolder Holder(ClearanceRecord certificate, Subject subject) => new(
        certificate.Details.HolderName.Value,
        certificate.Details.HolderNationalId?.Value,
        (subject as DrivingLicence)?.LicenceNumber);
}
