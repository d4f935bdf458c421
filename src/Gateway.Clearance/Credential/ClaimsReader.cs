using System.Formats.Cbor;
using Gateway.Domain;

namespace Gateway.Clearance;

/// <summary>Reads claims strictly: each member there and of its form, and no others.</summary>
internal static class ClaimsReader
{
    private const int MaxSubjectChars = 20;

    /// <summary>The claims; null where they are not of their form.</summary>
    public static ClearanceClaims? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            var reader = new CborReader(payload, CborConformanceMode.Canonical);
            reader.ReadMap(5, 5);
            reader.ReadKey(ClaimNames.Issuer);
            if (reader.ReadTextString() != ClearanceClaims.Issuer)
                return null;
            reader.ReadKey(ClaimNames.ExpireTime);
            var expireTime = reader.ReadSeconds();
            reader.ReadKey(ClaimNames.IssueTime);
            var asOfTime = reader.ReadSeconds();
            reader.ReadKey(ClaimNames.Id);
            var id = CredentialId.FromBytes(reader.ReadBytes(CredentialId.Length));
            reader.ReadKey(ClaimNames.Certificate);
            var claims = ReadCertificate(reader, id, asOfTime, expireTime);
            reader.ReadEndMap();
            return IsSound(claims) ? claims : null;
        }
        catch (Exception e) when (CborForm.IsFault(e))
        {
            return null;
        }
    }

    private static ClearanceClaims ReadCertificate(
        CborReader reader, CredentialId id, DateTimeOffset asOfTime, DateTimeOffset expireTime)
    {
        var more = reader.ReadMap(6, 9) - 6;
        reader.ReadKey(ClaimNames.Number);
        var number = reader.ReadText(RecordNumber.Length);
        reader.ReadKey(ClaimNames.Kind);
        var kind = (ClearanceKind)reader.ReadInt32();
        reader.ReadKey(ClaimNames.Subject);
        var subject = reader.ReadText(MaxSubjectChars);
        reader.ReadKey(ClaimNames.Branch);
        var branch = reader.ReadText(5);
        reader.ReadKey(ClaimNames.SheetSerial);
        var sheet = reader.ReadText(Domain.SheetSerial.MaxLength);
        reader.ReadKey(ClaimNames.Result);
        var claims = new ClearanceClaims
        {
            Id = id,
            AsOfTime = asOfTime,
            ExpireTime = expireTime,
            CertificateNumber = number,
            Kind = kind,
            Subject = subject,
            BranchCode = branch,
            SheetSerial = sheet,
            Result = (ClearanceResult)reader.ReadInt32(),
        };
        for (; more > 0; more--)
            claims = ReadOptional(reader, claims);
        reader.ReadEndMap();
        return claims;
    }

    private static ClearanceClaims ReadOptional(CborReader reader, ClearanceClaims claims) => reader.ReadInt32() switch
    {
        ClaimNames.EncryptedHolder => claims with { EncryptedHolder = reader.ReadEncodedValue() },
        ClaimNames.PlateKind => claims with { PlateKind = (PlateKind)reader.ReadInt32() },
        ClaimNames.Governorate => claims with { GovernorateCode = reader.ReadText(2) },
        _ => throw new FormatException("A member that is not known."),
    };

    private static bool IsSound(ClearanceClaims claims) =>
        claims.ExpireTime > claims.AsOfTime
        && RecordNumber.IsValid(claims.CertificateNumber)
        && claims.BranchCode is { Length: 5 } && claims.BranchCode.All(char.IsAsciiDigit)
        && Domain.SheetSerial.IsValid(claims.SheetSerial)
        && claims.Result == ClearanceResult.NothingOutstanding
        && (claims.EncryptedHolder.IsEmpty || CoseEncrypt.Read(claims.EncryptedHolder) is { IsOurs: true })
        && claims.Kind switch
        {
            ClearanceKind.Vehicle => claims.PlateKind is { } kind
                && ClearanceSubject.IsPlate(claims.Subject, kind, claims.GovernorateCode),
            ClearanceKind.DrivingLicence => claims.PlateKind is null && claims.GovernorateCode is null
                && claims.Subject is { Length: 4 } && claims.Subject.All(char.IsAsciiDigit),
            _ => false,
        };
}
