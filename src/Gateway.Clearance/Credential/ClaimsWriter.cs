using System.Formats.Cbor;

namespace Gateway.Clearance;

/// <summary>Writes claims as canonical CBOR.</summary>
internal static class ClaimsWriter
{
    /// <summary>The payload of a code.</summary>
    public static byte[] Write(ClearanceClaims claims)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(5);
        writer.WriteInt32(ClaimNames.Issuer);
        writer.WriteTextString(ClearanceClaims.Issuer);
        writer.WriteInt32(ClaimNames.ExpireTime);
        writer.WriteSeconds(claims.ExpireTime);
        writer.WriteInt32(ClaimNames.IssueTime);
        writer.WriteSeconds(claims.AsOfTime);
        writer.WriteInt32(ClaimNames.Id);
        writer.WriteByteString(claims.Id.ToBytes());
        writer.WriteInt32(ClaimNames.Certificate);
        WriteCertificate(writer, claims);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static void WriteCertificate(CborWriter writer, ClearanceClaims claims)
    {
        bool[] optional =
            [!claims.EncryptedHolder.IsEmpty, claims.PlateKind is not null, claims.GovernorateCode is not null];
        writer.WriteStartMap(6 + optional.Count(isThere => isThere));
        writer.WriteInt32(ClaimNames.Number);
        writer.WriteTextString(claims.CertificateNumber);
        writer.WriteInt32(ClaimNames.Kind);
        writer.WriteInt32((int)claims.Kind);
        writer.WriteInt32(ClaimNames.Subject);
        writer.WriteTextString(claims.Subject);
        writer.WriteInt32(ClaimNames.Branch);
        writer.WriteTextString(claims.BranchCode);
        writer.WriteInt32(ClaimNames.SheetSerial);
        writer.WriteTextString(claims.SheetSerial);
        writer.WriteInt32(ClaimNames.Result);
        writer.WriteInt32((int)claims.Result);
        if (!claims.EncryptedHolder.IsEmpty)
        {
            writer.WriteInt32(ClaimNames.EncryptedHolder);
            writer.WriteEncodedValue(claims.EncryptedHolder.Span);
        }
        if (claims.PlateKind is { } kind)
        {
            writer.WriteInt32(ClaimNames.PlateKind);
            writer.WriteInt32((int)kind);
        }
        if (claims.GovernorateCode is { } governorate)
        {
            writer.WriteInt32(ClaimNames.Governorate);
            writer.WriteTextString(governorate);
        }
        writer.WriteEndMap();
    }
}
