using Gateway.Domain;

namespace Gateway.Clearance;

/// <summary>What the code of a clearance certificate says. Immutable.</summary>
public sealed record ClearanceClaims
{
    /// <summary>Who issues certificates.</summary>
    public const string Issuer = "EG";

    /// <summary>Names this code.</summary>
    public required CredentialId Id { get; init; }

    /// <summary>The moment at which nothing was outstanding. Whole seconds.</summary>
    public required DateTimeOffset AsOfTime { get; init; }

    /// <summary>From when it no longer counts. Whole seconds.</summary>
    public required DateTimeOffset ExpireTime { get; init; }

    /// <summary>Number of the certificate, 15 digits.</summary>
    public required string CertificateNumber { get; init; }

    /// <summary>Against what nothing was outstanding.</summary>
    public required ClearanceKind Kind { get; init; }

    /// <summary>The plate, or the last four digits of the licence, as <see cref="ClearanceSubject"/> writes
    /// them.</summary>
    public required string Subject { get; init; }

    /// <summary>The class of the vehicle; null for a licence.</summary>
    public PlateKind? PlateKind { get; init; }

    /// <summary>Governorate of an old plate, two digits; else null.</summary>
    public string? GovernorateCode { get; init; }

    /// <summary>Branch that issued it, five digits.</summary>
    public required string BranchCode { get; init; }

    /// <summary>Serial number of the sheet that it is printed on.</summary>
    public required string SheetSerial { get; init; }

    /// <summary>What was found.</summary>
    public required ClearanceResult Result { get; init; }

    /// <summary>The holder, encrypted for the traffic units: a COSE_Encrypt; empty where that is switched
    /// off.</summary>
    public ReadOnlyMemory<byte> EncryptedHolder { get; init; }
}
