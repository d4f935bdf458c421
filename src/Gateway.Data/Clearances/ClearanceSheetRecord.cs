using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A sheet of security paper that a certificate is printed on.</summary>
public sealed record NewClearanceSheet
{
    /// <summary>Position among the certificate's sheets, from 1.</summary>
    public required int SheetNumber { get; init; }

    /// <summary>Serial number of the paper.</summary>
    public required string SheetSerial { get; init; }

    /// <summary>Identifier of its code, 8 bytes.</summary>
    public required ReadOnlyMemory<byte> CredentialId { get; init; }

    /// <summary>Text of its QR code, ASCII.</summary>
    public required string QrText { get; init; }

    /// <summary>SPIFFE id of the caller that asked for it.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's request id, lower-case UUID.</summary>
    public required string RequestId { get; init; }

    /// <summary>When its code was made, whole milliseconds.</summary>
    public required DateTimeOffset PrintTime { get; init; }

    /// <summary>Why the certificate was printed again; null on the first sheet.</summary>
    public ClearanceReprintReason? ReprintReason { get; init; }
}

/// <summary>A sheet as it stands in the database.</summary>
/// <param name="Details">What was recorded.</param>
/// <param name="RevokedAs">REVOKED or SUPERSEDED; null while its code counts.</param>
/// <param name="RevokeTime">When; null as <paramref name="RevokedAs"/>.</param>
public sealed record ClearanceSheetRecord(
    NewClearanceSheet Details, ClearanceState? RevokedAs, DateTimeOffset? RevokeTime);
