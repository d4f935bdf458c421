using System.Text.Json;
using Gateway.Clearance;
using Gateway.Domain;
using Gateway.Testing.Clearances;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.UnitTests.Clearances.Web;

/// <summary>The parts of the verifier's page that need no browser.</summary>
public sealed class PageScriptTests : IDisposable
{
    private readonly ClearanceParties _parties = new();
    private readonly string _folder = TestFolders.Create();

    [ToolFact("node")]
    public Task Encodings_FollowTheirStandards() => PageScripts.TestAsync("cbor.test.mjs");

    [ToolFact("node")]
    public async Task Lists_NeverGoBack()
    {
        using var strangers = new ClearanceParties();
        var (now, later) = (ClearanceParties.Now, ClearanceParties.Now.AddDays(1));
        Write("root.spki", _parties.Root.PublicKey.ToArray());
        Write("trust-7.cbor", _parties.TrustListFile());
        Write("trust-8.cbor", TrustList.Sign(8, now, later, [_parties.TrustedKey()], _parties.Root));
        Write("trust-9-certificates-only.cbor", TrustList.Sign(
            9, now, later, [_parties.TrustedKey(KeyUses.Certificates)], _parties.Root));
        Write("trust-stranger.cbor", strangers.TrustListFile());
        Write("revocations-3.cbor", _parties.RevocationsFile());
        Write("revocations-4.cbor", RevocationList.Sign(4, now, later, [], _parties.Issuer));
        Write("revocations-stranger.cbor", strangers.RevocationsFile());

        await PageScripts.TestAsync("keeper.test.mjs", _folder);
    }

    [ToolFact("node")]
    public async Task Words_AreThereInBothLanguagesAndTheSameAsElsewhere()
    {
        var verdicts = Enum.GetValues<ClearanceVerdict>().Select(verdict =>
            JsonNamingPolicy.SnakeCaseUpper.ConvertName(verdict.ToString()));
        var reasons = Enum.GetValues<ClearanceReason>()
            .Where(reason => reason is not (ClearanceReason.None or ClearanceReason.Expired
                or ClearanceReason.Revoked or ClearanceReason.Superseded))
            .Select(reason => new ClearanceCheck(ClearanceVerdict.Forged, reason, null).ReasonName);
        var names = new
        {
            Verdicts = verdicts,
            Reasons = reasons,
            Governorates = Governorates.All.Select(governorate => governorate.Code),
            PlateKinds = Enum.GetValues<PlateKind>().Where(kind => kind != PlateKind.Unspecified),
        };

        var words = await PageScripts.AskAsync<Dictionary<string, Words>>(
            "words.mjs", JsonSerializer.Serialize(names, JsonSerializerOptions.Web));

        Assert.Equal(["ar", "en"], words.Keys.Order());
        Assert.All(words.Values, language => Assert.All(
            [.. language.Verdicts, .. language.Reasons, .. language.PlateKinds], Assert.NotEmpty));
        Assert.Equal(Governorates.All.Select(governorate => governorate.NameAr), words["ar"].Governorates);
        Assert.Equal(Governorates.All.Select(governorate => governorate.NameEn), words["en"].Governorates);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parties.Dispose();
        TestFolders.Delete(_folder);
    }

    private void Write(string name, byte[] file) => File.WriteAllBytes(Path.Combine(_folder, name), file);

    private sealed record Words(
        IReadOnlyList<string> Verdicts, IReadOnlyList<string> Reasons, IReadOnlyList<string> Governorates,
        IReadOnlyList<string> PlateKinds);
}
