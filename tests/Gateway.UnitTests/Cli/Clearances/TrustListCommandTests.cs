using Gateway.Clearance;
using Gateway.Cli.Invocation;

namespace Gateway.UnitTests.Cli.Clearances;

public sealed class TrustListCommandTests : IDisposable
{
    private static readonly DateTimeOffset Now = VerifierFiles.Now;
    private readonly VerifierFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task List_SignedByTheSecondRoot_IsTakenByAVerifierThatHasPinnedBoth()
    {
        var signed = await SignAsync("--key", "signing.pem", "--number", "2", "--days", "7", "--out", "new.cbor");
        var run = await CommandRun.OfAsync(
            _files.Folder, Now, "clearance", "verify", _files.Issue(), "--trust", "new.cbor",
            "--revocations", "revocations.cbor", "--root", "root1.pem", "--root", "root2.pem");

        Assert.True(signed.ExitCode == ExitCodes.Ok, signed.Error);
        Assert.Contains("Trust list 2", signed.Output, StringComparison.Ordinal);
        Assert.True(run.ExitCode == ExitCodes.Ok, run.Error + run.Output);
    }

    [Fact]
    public async Task Keys_WithDays_AreValidFromTheFirstToTheEndOfTheLast()
    {
        await SignAsync(
            "--key", "signing.pem:2026-07-01..2026-07-31", "--key", "root1.pem", "--number", "3", "--out", "new.cbor");

        var list = TrustList.Read(File.ReadAllBytes(_files.In("new.cbor")), [PublicKey("root2.pem")]);
        Assert.Equal((3, Now, Now.AddDays(30)), (list.Number, list.IssueTime, list.ExpireTime));
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), list.Keys[0].NotBefore);
        Assert.Equal(new DateTimeOffset(2026, 7, 31, 23, 59, 59, TimeSpan.Zero), list.Keys[0].NotAfter);
        Assert.Equal(KeyUses.Certificates | KeyUses.RevocationLists, list.Keys[0].Uses);
        Assert.Equal(Now.AddDays(100), list.Keys[1].NotAfter);
    }

    [Fact]
    public async Task List_AsJson_NamesItsKeys()
    {
        var run = await SignAsync("--key", "signing.pem", "--number", "2", "--out", "new.cbor", "--json");

        Assert.Equal(2, (int)run.Json["number"]!);
        Assert.Equal(KeyId.Of(PublicKey("signing.pem").Span).ToString(), (string?)run.Json["keys"]![0]!["keyId"]);
    }

    [Theory]
    [InlineData("--key", "signing.pem", "--out", "new.cbor")]
    [InlineData("--key", "signing.pem", "--number", "0", "--out", "new.cbor")]
    [InlineData("--key", "signing.pem", "--number", "1", "--days", "0", "--out", "new.cbor")]
    [InlineData("--key", "signing.pem", "--number", "1", "--out", "trust.cbor")]
    [InlineData("--key", "missing.pem", "--number", "1", "--out", "new.cbor")]
    [InlineData("--key", "unit.key", "--number", "1", "--out", "new.cbor")]
    [InlineData("--key", "signing.pem:2026-07-31..2026-07-01", "--number", "1", "--out", "new.cbor")]
    [InlineData("--key", "signing.pem:2026-13-01..2026-14-01", "--number", "1", "--out", "new.cbor")]
    [InlineData("--number", "1", "--out", "new.cbor")]
    public async Task Options_ThatMakeNoList_EndWithTwoAndWriteNothing(params string[] line)
    {
        var run = await SignAsync(line);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.False(File.Exists(_files.In("new.cbor")));
    }

    [Fact]
    public async Task RootKey_OfAnotherCertificate_IsRefused()
    {
        var run = await CommandRun.OfAsync(
            _files.Folder, Now, "clearance", "trust-list", "--root-key", "root1.key",
            "--root-certificate", "root2.pem", "--key", "signing.pem", "--number", "2", "--out", "new.cbor");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
    }

    private Task<CommandRun> SignAsync(params string[] line) => CommandRun.OfAsync(
        _files.Folder,
        Now,
        ["clearance", "trust-list", "--root-key", "root2.key", "--root-certificate", "root2.pem", .. line]);

    private ReadOnlyMemory<byte> PublicKey(string file)
    {
        using var certificate = Gateway.Cli.Clearances.PinnedRoots.CertificateAt(_files.In(file));
        return certificate.PublicKey.ExportSubjectPublicKeyInfo();
    }
}
