using Gateway.Contracts.V1;
using Gateway.Server.Replays;
using Subject = Gateway.Domain.Subject;

namespace Gateway.Server.Clearances;

/// <summary>What a request to issue a certificate asks.</summary>
/// <param name="Request">The request that gave the order.</param>
/// <param name="Counter">Branch, counter and teller.</param>
/// <param name="Subject">For whom.</param>
/// <param name="SheetSerial">On which sheet.</param>
internal sealed record IssueOrder(OnceRequest Request, Counter Counter, Subject Subject, string SheetSerial);

/// <summary>What a request to print a certificate again asks.</summary>
/// <param name="Request">The request that gave the order.</param>
/// <param name="Key">Which certificate.</param>
/// <param name="SheetSerial">On which sheet.</param>
/// <param name="Reason">Why.</param>
internal sealed record ReprintOrder(
    OnceRequest Request, ClearanceKey Key, string SheetSerial, Domain.ClearanceReprintReason Reason);

/// <summary>What a request to revoke a certificate asks.</summary>
/// <param name="Request">The request that gave the order.</param>
/// <param name="CertificateNumber">Which certificate.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">More about why; null where nothing was said.</param>
internal sealed record RevokeOrder(
    OnceRequest Request, string CertificateNumber, Domain.ClearanceRevocationReason Reason, string? Note);

/// <summary>Which certificate is asked for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="OnlyBranch">The one branch whose certificates may be seen; null for every branch.</param>
internal sealed record ClearanceKey(string Number, string? OnlyBranch);

/// <summary>Which certificate is shown. Exactly one of the first two is set.</summary>
/// <param name="QrText">Text of its code.</param>
/// <param name="CertificateNumber">Its number.</param>
/// <param name="ShowHolder">Whether the caller may read the holder.</param>
internal sealed record ShownCertificate(string? QrText, string? CertificateNumber, bool ShowHolder);
