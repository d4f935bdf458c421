using Gateway.Clearance;
using Gateway.Testing.Clearances;

namespace Gateway.IntegrationTests.Clearances.Verifier;

/// <summary>Lists that are loaded: which the page takes, and that it has them when it is opened again.</summary>
public sealed class KeptListTests : IDisposable
{
    private static readonly DateTimeOffset Now = ClearanceParties.Now;

    private readonly OfflinePage _page = new();

    [BrowserFact]
    public async Task Lists_LoadedTogether_AreThereWhenThePageIsOpenedAgain()
    {
        var claims = SomeCredential.Claims();
        var code = _page.Parties.Issue(claims);
        var trust = _page.Write("trust-list.cbor", _page.Parties.TrustListFile());
        var revocations = Revocations(4, (claims.Id, RevokedAs.Revoked));

        var seen = await VisitAsync(
            Step.Lists(revocations, trust) with { Screenshot = "lists-taken" },
            Step.Reopen(),
            Step.Paste(code));

        Assert.Contains("حُمّلت القائمة", seen[0].Text, StringComparison.Ordinal);
        Assert.Equal("REVOKED", seen[2].Verdict);
    }

    [BrowserFact]
    public async Task RevocationList_OlderThanTheOneThere_IsRefused()
    {
        var claims = SomeCredential.Claims();
        var trust = _page.Write("trust-list.cbor", _page.Parties.TrustListFile());

        var seen = await VisitAsync(
            Step.Lists(trust, Revocations(4, (claims.Id, RevokedAs.Superseded))),
            Step.Lists(Revocations(3)) with { Screenshot = "lists-older" },
            Step.Paste(_page.Parties.Issue(claims)));

        Assert.Contains("رُفضت: أقدم من القائمة الموجودة", seen[1].Text, StringComparison.Ordinal);
        Assert.Equal("SUPERSEDED", seen[2].Verdict);
    }

    [BrowserFact]
    public async Task Lists_ThatNoTrustedKeySigned_AreRefused()
    {
        using var strangers = new ClearanceParties();
        var trust = _page.Write("stranger.cbor", strangers.TrustListFile());
        var revocations = _page.Write("stranger-revocations.cbor", strangers.RevocationsFile());
        var rubbish = _page.Write("rubbish.cbor", "rubbish");

        var seen = await VisitAsync(
            Step.Lists(trust, rubbish) with { Screenshot = "lists-refused" },
            Step.Lists(_page.Write("trust-list.cbor", _page.Parties.TrustListFile())),
            Step.Lists(revocations),
            Step.Paste(strangers.Issue(SomeCredential.Claims())));

        Assert.Contains("غير موقعة بمفتاح موثوق", seen[0].Text, StringComparison.Ordinal);
        Assert.Contains("ليست قائمة", seen[0].Text, StringComparison.Ordinal);
        Assert.Contains("غير موقعة بمفتاح موثوق", seen[2].Text, StringComparison.Ordinal);
        Assert.Equal("KEY_UNKNOWN", seen[3].Reason);
    }

    /// <inheritdoc/>
    public void Dispose() => _page.Dispose();

    private async Task<IReadOnlyList<Sight>> VisitAsync(params Step[] steps) =>
        await Browser.VisitAsync(_page.Folder, new Visit(await _page.MakeAsync(), steps));

    private string Revocations(long number, params (CredentialId Id, RevokedAs As)[] entries) => _page.Write(
        $"revocations-{number}.cbor",
        RevocationList.Sign(number, Now.AddHours(-1), Now.AddHours(23), entries, _page.Parties.Issuer));
}
