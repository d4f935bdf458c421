using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Clearance;
using Gateway.Testing.Clearances;
using Gateway.Testing.Tools;
using Gateway.UnitTests.Clearances.Forging;
using PlateKind = Gateway.Domain.PlateKind;

namespace Gateway.UnitTests.Clearances.Foreign;

/// <summary>A program in another language, with other libraries, reads our codes and writes codes that we read.</summary>
public sealed class PythonTests : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string Cbor = "/usr/lib/python3/dist-packages/cbor2/__init__.py";
    private const string Cryptography = "/usr/lib/python3/dist-packages/cryptography/__init__.py";

    private readonly ClearanceParties _parties = new();

    [ToolFact(Python, Cbor, Cryptography)]
    public async Task Code_OfAVehicle_IsVerifiedAndDecrypted()
    {
        var claims = SomeCredential.OldPlate();

        var read = await ReadAsync(_parties.Issue(claims, SomeCredential.Holder()));

        var said = read["claims"]!;
        var certificate = said["-65537"]!;
        Assert.Equal("EG", (string?)said["1"]);
        Assert.Equal(claims.ExpireTime.ToUnixTimeSeconds(), (long)said["4"]!);
        Assert.Equal(claims.AsOfTime.ToUnixTimeSeconds(), (long)said["6"]!);
        Assert.Equal(claims.Id.ToString(), (string?)said["7"]);
        Assert.Equal(claims.CertificateNumber, (string?)certificate["1"]);
        Assert.Equal(1, (int)certificate["2"]!);
        Assert.Equal(claims.Subject, (string?)certificate["3"]);
        Assert.Equal(claims.BranchCode, (string?)certificate["6"]);
        Assert.Equal(claims.SheetSerial, (string?)certificate["7"]);
        Assert.Equal(1, (int)certificate["8"]!);
        Assert.Equal((int)PlateKind.Taxi, (int)certificate["11"]!);
        Assert.Equal("21", (string?)certificate["12"]);
        Assert.Equal(SomeCredential.Holder().Name, (string?)read["holder"]!["4"]);
        Assert.Equal(SomeCredential.Holder().NationalId, (string?)read["holder"]!["9"]);
    }

    [ToolFact(Python, Cbor, Cryptography)]
    public async Task Code_OfALicence_IsVerifiedAndDecrypted()
    {
        var read = await ReadAsync(_parties.Issue(SomeCredential.Licence(), SomeCredential.LicenceHolder()));

        Assert.Equal(2, (int)read["claims"]!["-65537"]!["2"]!);
        Assert.Equal("7651", (string?)read["claims"]!["-65537"]!["3"]);
        Assert.Equal(SomeCredential.LicenceHolder().LicenceNumber, (string?)read["holder"]!["10"]);
    }

    [ToolFact(Python, Cbor, Cryptography)]
    public async Task Code_Altered_IsRefusedThereToo()
    {
        var code = OddCode.Altered(
            _parties.Issue(SomeCredential.Claims(), SomeCredential.Holder()),
            message => OddCode.PayloadOf(message).Content[^1] ^= 1);

        var run = await RunAsync(
            "read", code, _parties.IssuerKey.ExportSubjectPublicKeyInfo(),
            _parties.UnitPrivateKey.ExportPkcs8PrivateKey());

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("InvalidSignature", run.Error, StringComparison.Ordinal);
    }

    [ToolFact(Python, Cbor, Cryptography)]
    public async Task CodeWrittenThere_IsGenuineAndDecrypted()
    {
        var claims = SomeCredential.Claims();
        var asked = new JsonObject
        {
            ["id"] = claims.Id.ToString(),
            ["issued"] = claims.AsOfTime.ToUnixTimeSeconds(),
            ["expires"] = claims.ExpireTime.ToUnixTimeSeconds(),
            ["certificate"] = new JsonObject
            {
                ["1"] = claims.CertificateNumber,
                ["2"] = 1,
                ["3"] = claims.Subject,
                ["6"] = claims.BranchCode,
                ["7"] = claims.SheetSerial,
                ["8"] = 1,
                ["11"] = (int)claims.PlateKind!.Value,
            },
            ["holder"] = new JsonObject { ["4"] = "سارة خالد", ["9"] = "29211022100483" },
        };

        var run = await RunAsync(
            "write", asked.ToJsonString(), _parties.IssuerKey.ExportPkcs8PrivateKey(),
            _parties.UnitPrivateKey.ExportSubjectPublicKeyInfo());
        var check = _parties.Verifier().Check(run.Output.TrimEnd('\n'), ClearanceParties.Now);

        Assert.Equal(ClearanceVerdict.Genuine, check.Verdict);
        Assert.Equal(claims, check.Claims! with { EncryptedHolder = default });
        Assert.Equal(
            new ClearanceHolder("سارة خالد", "29211022100483", null),
            HolderEncryption.Decrypt(check.Claims, _parties.UnitPrivateKey));
    }

    /// <inheritdoc/>
    public void Dispose() => _parties.Dispose();

    private async Task<JsonNode> ReadAsync(string code)
    {
        var run = await RunAsync(
            "read", code, _parties.IssuerKey.ExportSubjectPublicKeyInfo(),
            _parties.UnitPrivateKey.ExportPkcs8PrivateKey());
        return run.ExitCode == 0
            ? JsonNode.Parse(run.Output)!
            : throw new JsonException(run.Error);
    }

    private static Task<ToolRun> RunAsync(string task, string what, byte[] issuer, byte[] unit)
    {
        var script = Path.Combine(
            Repository.Root, "tests", "Gateway.UnitTests", "Clearances", "Foreign", "clearance.py");
        return ToolRun.RunAsync(
            Python, [script, task, what, Convert.ToHexString(issuer), Convert.ToHexString(unit)]);
    }
}
