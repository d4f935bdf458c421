using Gateway.Client;
using Gateway.Contracts.V1;

namespace Gateway.Testing.Gateways;

/// <summary>Builders of good requests about clearance certificates; a test changes what it is about.</summary>
internal static class SomeClearance
{
    private static int _sheets;

    /// <summary>The vehicle of the sample data that has no fine.</summary>
    public static Subject Clear() => Some.Plate("س ج د", "5678");

    /// <summary>Serial number of a sheet that no other test of this process uses.</summary>
    public static string Sheet() => $"EG-{Interlocked.Increment(ref _sheets):D8}";

    /// <summary>A request to issue.</summary>
    public static IssueClearanceCertificateRequest Issue(Subject? subject = null) => new()
    {
        RequestId = Some.RequestId(),
        Counter = Some.Counter(),
        Subject = subject ?? Clear(),
        SheetSerial = Sheet(),
    };

    /// <summary>A certificate.</summary>
    public static async Task<ClearanceCertificate> IssuedAsync(GatewayClient counter, Subject? subject = null) =>
        (await counter.Clearances.IssueClearanceCertificateAsync(Issue(subject))).Certificate;

    /// <summary>A question for a certificate.</summary>
    public static GetClearanceCertificateRequest Get(ClearanceCertificate certificate) =>
        new() { Counter = Some.Counter(), CertificateNumber = certificate.CertificateNumber };

    /// <summary>A request to print again.</summary>
    public static ReprintClearanceCertificateRequest Reprint(ClearanceCertificate certificate) => new()
    {
        RequestId = Some.RequestId(),
        Counter = Some.Counter(),
        CertificateNumber = certificate.CertificateNumber,
        SheetSerial = Sheet(),
        Reason = ClearanceReprintReason.PrinterFault,
    };

    /// <summary>A request to revoke.</summary>
    public static RevokeClearanceCertificateRequest Revoke(ClearanceCertificate certificate) => new()
    {
        RequestId = Some.RequestId(),
        CertificateNumber = certificate.CertificateNumber,
        Reason = ClearanceRevocationReason.IssuedInError,
    };

    /// <summary>A code that is shown.</summary>
    public static VerifyClearanceCertificateRequest Verify(string qrText) =>
        new() { Counter = Some.Counter(), QrText = qrText };

    /// <summary>A page that is asked for.</summary>
    public static RenderClearanceCertificateRequest Render(
        ClearanceCertificate certificate, ClearancePageFormat format = ClearancePageFormat.Pdf) => new()
        {
            Counter = Some.Counter(),
            CertificateNumber = certificate.CertificateNumber,
            Format = format,
        };
}
