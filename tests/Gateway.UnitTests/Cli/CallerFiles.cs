using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.UnitTests.Cli;

/// <summary>
/// A caller's certificate, key and roots as files, as <c>--cert</c>, <c>--key</c> and <c>--roots</c> take them.
/// </summary>
internal sealed class CallerFiles : IDisposable
{
    public CallerFiles()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=branch-00001", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddUri(new Uri("spiffe://post.gov.eg/branch/00001"));
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(In("caller.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(In("caller.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(In("server-root.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(In("signing-root.pem"), certificate.ExportCertificatePem());
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("trafficgw-").FullName;

    public string[] Options => ["--cert", In("caller.pem"), "--key", In("caller.key"), "--roots", Folder];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string In(string file) => Path.Combine(Folder, file);
}
