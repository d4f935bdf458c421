using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;

namespace Gateway.Testing.Pki;

/// <summary>A sample PKI of the test run, made once, with odd callers beside the good ones.</summary>
internal sealed class TestPki
{
    private static readonly Lazy<TestPki> Made = new(() => new TestPki());

    private TestPki()
    {
        Directory = Path.Combine(
            Path.GetTempPath(), "gateway-tests", "pki-" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Directory)!);
        new SamplePki(Directory, TimeProvider.System).EnsureExists();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(Directory, recursive: true);
        MakeOddCallers();
    }

    /// <summary>The PKI of this test run.</summary>
    public static TestPki Shared => Made.Value;

    /// <summary>Folder of the PEM files.</summary>
    public string Directory { get; }

    /// <summary>A certificate with its key, by file name.</summary>
    public X509Certificate2 KeyPair(string name) => PemFiles.LoadKeyPair(Directory, name).Certificate;

    /// <summary>The roots in a file.</summary>
    public X509Certificate2Collection Roots(string name) => [.. PemFiles.LoadRoots(Directory, name + ".pem")];

    private void MakeOddCallers()
    {
        var authority = new SampleAuthority(Directory, TimeProvider.System);
        using var postal = KeyPair("postal-root");
        using var stranger = authority.MakeRoot("stranger-root", "Stranger Root", "Stranger");
        var client = SampleProfile.ClientPurpose;
        var now = TimeProvider.System.GetUtcNow();
        var branch = new Uri("spiffe://post.gov.eg/branch/00001");
        Make("odd-stranger", SampleProfile.Caller(branch), stranger);
        Make("odd-no-purpose", SampleProfile.CallerWith(null, branch), postal);
        Make("odd-server-purpose", SampleProfile.CallerWith("1.3.6.1.5.5.7.3.1", branch), postal);
        Make("odd-no-name", SampleProfile.CallerWith(client), postal);
        Make("odd-two-names", SampleProfile.CallerWith(
            client, branch, new Uri("spiffe://post.gov.eg/branch/00002")), postal);
        Make("odd-other-domain", SampleProfile.Caller(new Uri("spiffe://ppo.gov.eg/review/reviewer-01")), postal);
        Make("odd-unknown-path", SampleProfile.Caller(new Uri("spiffe://post.gov.eg/nobody/1")), postal);
        Make("odd-web-name", SampleProfile.Caller(new Uri("https://post.gov.eg/branch/00001")), postal);
        Make("counter-02", SampleProfile.Caller(new Uri("spiffe://post.gov.eg/branch/00001/counter/02")), postal);
        authority.MakeLeaf("odd-expired", "odd-expired", "Post", postal, SampleProfile.Caller(
            branch), now.AddHours(-2), now.AddHours(-1));
        authority.MakeLeaf("odd-early", "odd-early", "Post", postal, SampleProfile.Caller(
            branch), now.AddHours(1), now.AddHours(2));
        using var timeStamps = KeyPair("tsa-root");
        authority.MakeLeaf("tsa-expired", "tsa-expired", "Time Keeper", timeStamps, SampleProfile.TimeStamps,
            now.AddHours(-2), now.AddHours(-1));

        void Make(string name, SampleProfile profile, X509Certificate2 issuer) =>
            authority.MakeLeaf(name, name, "Post", issuer, profile);
    }
}
