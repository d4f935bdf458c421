using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Cli.Invocation;
using Gateway.Testing.Tools;

namespace Gateway.UnitTests.Cli.Clearances;

/// <summary>The web page that checks certificates, as the command writes it.</summary>
public sealed partial class VerifierCommandTests : IDisposable
{
    private static readonly string Parts = Path.Combine(Repository.Root, "src", "Gateway.Clearance.Verifier");

    private readonly VerifierFiles _files = new();

    [Fact]
    public async Task Page_IsOneFileOfAllItsPartsThatRefersToNoOther()
    {
        var page = await PageAsync("--trust", "trust.cbor", "--revocations", "revocations.cbor");

        Assert.DoesNotMatch("<(script|link|img|iframe)[^>]*(src|href)=", page);
        Assert.DoesNotContain("<!-- policy -->", page, StringComparison.Ordinal);
        var parts = Directory.GetFiles(Parts, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".js", StringComparison.Ordinal)
                || file.EndsWith(".css", StringComparison.Ordinal)
                || Path.GetFileName(file) == "LICENSE");
        Assert.All(parts, part => Assert.Contains(File.ReadAllText(part), page, StringComparison.Ordinal));
        var made = JsonNode.Parse(MadeWith().Match(page).Value)!;
        Assert.Equal(2, made["roots"]!.AsArray().Count);
        Assert.Equal(
            (Base64("trust.cbor"), Base64("revocations.cbor")), ((string)made["trust"]!, (string)made["revocations"]!));
    }

    // Whatever is not named by its digest does not run.
    [Fact]
    public async Task Policy_NamesEachScriptAndStyleOfThePage()
    {
        var page = await PageAsync();

        var contents = Contents().Matches(page).Select(match => match.Groups["content"].Value).ToList();
        Assert.True(contents.Count > 15);
        var policy = Policy().Match(page).Value;
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.All(contents, content => Assert.Contains(
            $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'",
            policy,
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OfTheSameRootsAndLists_IsTheSameAndItsDigestIsTold()
    {
        string[] lists = ["--trust", "trust.cbor", "--revocations", "revocations.cbor"];

        var first = await MakeAsync("first.html", [.. lists]);
        var second = await MakeAsync("second.html", [.. lists, "--json"]);

        var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_files.In("first.html"))));
        Assert.Equal(File.ReadAllBytes(_files.In("first.html")), File.ReadAllBytes(_files.In("second.html")));
        Assert.Contains(digest, first.Output, StringComparison.Ordinal);
        Assert.Contains("Trust list", first.Output, StringComparison.Ordinal);
        Assert.Equal(digest, (string?)second.Json["sha256"]);
        Assert.Equal(2, second.Json["roots"]!.AsArray().Count);
        Assert.Equal((1, 1), ((int)second.Json["trustListNumber"]!, (int)second.Json["revocationListNumber"]!));
    }

    [Fact]
    public async Task Root_AsPublicKey_IsTheOneOfItsCertificate()
    {
        using var certificate = Gateway.Cli.Clearances.PinnedRoots.CertificateAt(_files.In("root1.pem"));
        using var key = certificate.GetECDsaPublicKey()!;
        File.WriteAllText(_files.In("key.pem"), key.ExportSubjectPublicKeyInfoPem());

        var run = await RunAsync("--root", "key.pem", "--trust", "trust.cbor", "--out", "key.html");
        await RunAsync("--root", "root1.pem", "--trust", "trust.cbor", "--out", "both.html");

        Assert.True(run.ExitCode == ExitCodes.Ok, run.Error);
        Assert.Equal(File.ReadAllText(_files.In("both.html")), File.ReadAllText(_files.In("key.html")));
    }

    [Fact]
    public async Task Lists_ThatNoPinnedRootSigned_AreRefused()
    {
        using var strangers = new VerifierFiles();
        File.Copy(strangers.In("trust.cbor"), _files.In("other-trust.cbor"));
        File.Copy(strangers.In("revocations.cbor"), _files.In("other-revocations.cbor"));

        var trust = await MakeAsync("page.html", "--trust", "other-trust.cbor");
        var revocations = await MakeAsync(
            "page.html", "--trust", "trust.cbor", "--revocations", "other-revocations.cbor");

        Assert.Contains("Do not rely on these lists", trust.Error, StringComparison.Ordinal);
        Assert.Contains("Do not rely on these lists", revocations.Error, StringComparison.Ordinal);
        Assert.All([trust, revocations], run => Assert.Equal(ExitCodes.EvidenceFailed, run.ExitCode));
        Assert.False(File.Exists(_files.In("page.html")));
    }

    [Theory]
    [InlineData("--root", "missing.pem", "--out", "page.html")]
    [InlineData("--root", "p384.pem", "--out", "page.html")]
    [InlineData("--root", "unit.key", "--out", "page.html")]
    [InlineData("--root", "trust.cbor", "--out", "page.html")]
    [InlineData("--root", "broken.pem", "--out", "page.html")]
    [InlineData("--root", "root1.pem", "--revocations", "revocations.cbor", "--out", "page.html")]
    [InlineData("--root", "root1.pem", "--trust", "missing.cbor", "--out", "page.html")]
    [InlineData("--root", "root1.pem", "--out", "trust.cbor")]
    [InlineData("--root", "root1.pem", "--out", "missing/page.html")]
    [InlineData("--root", "root1.pem")]
    [InlineData("--out", "page.html")]
    public async Task Options_ThatMakeNoPage_EndWithTwoAndWriteNothing(params string[] line)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        _files.WriteCertificate("p384.pem", other);
        File.WriteAllText(_files.In("broken.pem"), PemEncoding.WriteString("PUBLIC KEY", [1, 2, 3]));

        var run = await RunAsync(line);

        Assert.True(run.ExitCode == ExitCodes.Usage, $"{run.ExitCode} {run.Error}");
        Assert.False(File.Exists(_files.In("page.html")));
    }

    [Fact]
    public async Task Help_SaysWhatItTakes()
    {
        var run = await RunAsync("--help");

        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.All(
            ["without a network", "--root <FILE> (REQUIRED)", "--trust", "--revocations", "--out <FILE> (REQUIRED)"],
            words => Assert.Contains(words, run.Output, StringComparison.Ordinal));
    }

    // What others wrote is kept as it came.
    [Fact]
    public void Vendor_IsAsItsDigestsSay()
    {
        var vendor = Path.Combine(Parts, "vendor");
        var lines = File.ReadAllLines(Path.Combine(vendor, "SHA256SUMS")).Select(line => line.Split("  ")).ToList();

        Assert.Equal(
            Directory.GetFiles(vendor).Select(Path.GetFileName).Where(name => name != "SHA256SUMS").Order(),
            lines.Select(line => line[1]).Order());
        Assert.All(lines, line => Assert.Equal(
            line[0], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(vendor, line[1]))))));
    }

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    private async Task<string> PageAsync(params string[] lists)
    {
        var run = await MakeAsync("page.html", lists);
        Assert.True(run.ExitCode == ExitCodes.Ok, run.Error);
        return await File.ReadAllTextAsync(_files.In("page.html"));
    }

    private Task<CommandRun> MakeAsync(string file, params string[] more) =>
        RunAsync(["--root", "root1.pem", "--root", "root2.pem", "--out", file, .. more]);

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.OfAsync(_files.Folder, VerifierFiles.Now, ["clearance", "verifier", .. arguments]);

    private string Base64(string file) => Convert.ToBase64String(File.ReadAllBytes(_files.In(file)));

    [GeneratedRegex("(<script>(?<content>.*?)</script>)|(<style>(?<content>.*?)</style>)", RegexOptions.Singleline)]
    private static partial Regex Contents();

    [GeneratedRegex("(?<=<script type=\"application/json\" id=\"made\">)[^<]*")]
    private static partial Regex MadeWith();

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"[^\"]*\">")]
    private static partial Regex Policy();
}
