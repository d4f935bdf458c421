using Gateway.Clearance;
using Gateway.Cli.Invocation;
using Gateway.UnitTests.Cli.QrCodes;

namespace Gateway.UnitTests.Cli.Clearances;

public sealed class VerifyCommandTests : IDisposable
{
    private static readonly DateTimeOffset Now = VerifierFiles.Now;
    private readonly VerifierFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task GenuineCode_EndsWithZeroAndTellsEveryValue()
    {
        var run = await VerifyAsync(_files.Issue());

        Assert.True(run.ExitCode == ExitCodes.Ok, run.Error);
        Assert.Contains("GENUINE", run.Output, StringComparison.Ordinal);
        Assert.Contains("صحيحة وسارية", run.Output, StringComparison.Ordinal);
        Assert.Contains(SomeClearance.Number, run.Output, StringComparison.Ordinal);
        Assert.Contains("Plate ق ب ل 1234 (private)", run.Output, StringComparison.Ordinal);
        Assert.Matches("Sheet +A-1001", run.Output);
        Assert.Matches("Branch +00017", run.Output);
        Assert.Contains("Compare with the paper", run.Output, StringComparison.Ordinal);
        Assert.Matches("Revocations +1 of .*, codes: 0", run.Output);
        Assert.DoesNotContain("منى", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeWithoutRevocationList_EndsWithTwelve()
    {
        var run = await RunAsync(Now, ["verify", _files.Issue(), "--trust", "trust.cbor", .. Roots]);

        Assert.Equal(12, run.ExitCode);
        Assert.Contains("REVOCATION UNKNOWN", run.Output, StringComparison.Ordinal);
        Assert.Contains("Reason REVOCATION_LIST_MISSING", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeWithAnOldRevocationList_EndsWithTwelve() =>
        Assert.Equal(12, (await VerifyAsync(_files.Issue(), Now.AddDays(2))).ExitCode);

    [Fact]
    public async Task CodePastItsValidity_EndsWithThirteen() =>
        Assert.Equal(13, (await VerifyAsync(_files.Issue(asOf: Now.AddDays(-31)))).ExitCode);

    [Theory]
    [InlineData(RevokedAs.Revoked, 14)]
    [InlineData(RevokedAs.Superseded, 15)]
    public async Task CodeOnTheRevocationList_EndsWithItsState(RevokedAs state, int exitCode)
    {
        var id = CredentialId.New();
        File.WriteAllBytes(
            _files.In("revocations.cbor"), _files.Revocations(2, Now.AddHours(-1), Now.AddDays(1), (id, state)));

        var run = await VerifyAsync(_files.Issue(id));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(SomeClearance.Number, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeOfAStrangersKey_EndsWithSixteenAndShowsNothingOfIt()
    {
        using var stranger = new EcdsaClearanceSigner(VerifierFiles.NewKey());

        var run = await VerifyAsync(_files.Issue(signer: stranger));

        Assert.Equal(16, run.ExitCode);
        Assert.Contains("Reason KEY_UNKNOWN", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeClearance.Number, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("etc1:6BF")]
    [InlineData("ETC1:%%%")]
    public async Task OtherText_EndsWithSeventeen(string text) =>
        Assert.Equal(17, (await VerifyAsync(text)).ExitCode);

    [Fact]
    public async Task ClockBeforeTheLists_EndsWithEighteen() =>
        Assert.Equal(18, (await VerifyAsync(_files.Issue(), Now.AddDays(-3))).ExitCode);

    [Fact]
    public async Task TrustListPastItsDate_EndsWithNineteen() =>
        Assert.Equal(19, (await VerifyAsync(_files.Issue(), Now.AddDays(40))).ExitCode);

    [Theory]
    [InlineData("code.png", 1.5)]
    [InlineData("code.jpg", -3)]
    public async Task PictureOfACode_IsReadAndVerified(string name, double degrees)
    {
        var picture = new CodePicture(_files.Issue())
        {
            PixelsPerModule = 3,
            Degrees = degrees,
            Grain = 8,
            Page = (1240, 1754),
        }.Take();
        File.WriteAllBytes(
            _files.In(name),
            name.EndsWith("png", StringComparison.Ordinal)
                ? PictureFile.Png(picture)
                : PictureFile.Jpeg(picture, 80));

        var run = await VerifyAsync(name);

        Assert.True(run.ExitCode == ExitCodes.Ok, run.Output + run.Error);
    }

    [Fact]
    public async Task PictureWithoutACode_IsAUsageError()
    {
        var blank = new Gateway.Cli.QrCodes.GrayImage(50, 50, new byte[2500]);
        File.WriteAllBytes(_files.In("blank.png"), PictureFile.Png(blank));

        var run = await VerifyAsync("blank.png");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("No QR code", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnitKey_ShowsTheHolderWithMaskedNumbersUnlessTheyAreAskedFor()
    {
        var code = _files.Issue(isLicence: true);

        var masked = await VerifyAsync(code, Now, "--unit-key", "unit.key");
        var full = await VerifyAsync(code, Now, "--unit-key", "unit.key", "--show-numbers");

        Assert.Contains("منى أحمد", masked.Output, StringComparison.Ordinal);
        Assert.Contains("••••••••••2347", masked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeClearance.NationalId, masked.Output, StringComparison.Ordinal);
        Assert.Contains("Licence ending in 4321", masked.Output, StringComparison.Ordinal);
        Assert.Contains(SomeClearance.NationalId, full.Output, StringComparison.Ordinal);
        Assert.Contains("12345678904321", full.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnitKey_OfAnotherUnit_StillTellsTheVerdict()
    {
        using var other = VerifierFiles.NewKey();
        _files.WriteKey("other.key", other.ExportPkcs8PrivateKeyPem());

        var run = await VerifyAsync(_files.Issue(), Now, "--unit-key", "other.key");

        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.Contains("no holder that this key can read", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verdict_AsJson_IsOneDocumentOfTheContract()
    {
        var run = await VerifyAsync(_files.Issue(), Now, "--json", "--unit-key", "unit.key");

        var response = run.Json["response"]!;
        Assert.Equal("CLEARANCE_VERDICT_GENUINE", (string?)response["verdict"]);
        Assert.Equal("قبل", (string?)response["subject"]!["vehiclePlate"]!["letters"]);
        Assert.Equal("A-1001", (string?)response["sheetSerial"]);
        Assert.Equal(SomeClearance.NationalId, (string?)response["holder"]!["nationalId"]);
    }

    [Fact]
    public async Task Lists_ThatAreNotSignedAsTheyHaveToBe_EndWithThree()
    {
        string[] otherRoot = ["--root", "root2.pem"];
        var trust = File.ReadAllBytes(_files.In("trust.cbor"));
        trust[^1] ^= 1;
        File.WriteAllBytes(_files.In("broken.cbor"), trust);

        foreach (var line in new string[][]
        {
            ["--trust", "trust.cbor", .. otherRoot],
            ["--trust", "broken.cbor", .. Roots],
            ["--trust", "root1.pem", .. Roots],
            ["--trust", "revocations.cbor", .. Roots],
            ["--trust", "trust.cbor", "--revocations", "trust.cbor", .. Roots],
        })
        {
            var run = await RunAsync(Now, ["verify", _files.Issue(), .. line]);

            Assert.True(run.ExitCode == ExitCodes.EvidenceFailed, $"{string.Join(' ', line)}: {run.ExitCode}");
            Assert.Contains("Do not rely on these lists", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--trust", "missing.cbor")]
    [InlineData("--trust", "trust.cbor", "--revocations", "missing.cbor")]
    [InlineData("--trust", "trust.cbor", "--root", "missing.pem")]
    [InlineData("--trust", "trust.cbor", "--root", "root1.key")]
    [InlineData("--trust", "trust.cbor", "--unit-key", "missing.key")]
    [InlineData("--trust", "trust.cbor", "--unit-key", "root1.pem")]
    [InlineData("--revocations", "revocations.cbor")]
    public async Task Files_ThatCannotBeUsed_EndWithTwo(params string[] line)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_files.In("root1.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var run = await RunAsync(Now, ["verify", "ETC1:", .. line, .. Roots]);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
    }

    [Fact]
    public async Task UnitKey_ThatOthersMayRead_IsRefused()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(
            _files.In("unit.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var run = await VerifyAsync(_files.Issue(), Now, "--unit-key", "unit.key");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("0600", run.Error, StringComparison.Ordinal);
    }

    private static string[] Roots => ["--root", "root1.pem", "--root", "root2.pem"];

    private Task<CommandRun> VerifyAsync(string code, DateTimeOffset? now = null, params string[] more) => RunAsync(
        now ?? Now,
        ["verify", code, "--trust", "trust.cbor", "--revocations", "revocations.cbor", .. Roots, .. more]);

    private Task<CommandRun> RunAsync(DateTimeOffset now, params string[] arguments) =>
        CommandRun.OfAsync(_files.Folder, now, ["clearance", .. arguments]);
}
