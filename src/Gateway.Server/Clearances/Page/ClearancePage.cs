using Gateway.Server.Receipts;

namespace Gateway.Server.Clearances.Page;

/// <summary>What stands on the printed page of a certificate, beside the words that are the same on each.</summary>
/// <param name="CertificateNumber">Number of the certificate.</param>
/// <param name="Rows">The rows of its table.</param>
/// <param name="AsOf">The moment at which nothing was outstanding, Cairo time; the file is dated so.</param>
/// <param name="QrText">Text of the QR code.</param>
/// <param name="IsSample">Whether the code was signed with a sample key.</param>
internal sealed record ClearancePage(
    string CertificateNumber, IReadOnlyList<PageRow> Rows, DateTime AsOf, string QrText, bool IsSample);

/// <summary>A row of the page's table.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value.</param>
internal sealed record PageRow(Bilingual Label, string Value);
