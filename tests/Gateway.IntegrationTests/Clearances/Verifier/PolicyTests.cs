namespace Gateway.IntegrationTests.Clearances.Verifier;

/// <summary>Nothing leaves the page, even where something in it tries to.</summary>
public sealed class PolicyTests : IDisposable
{
    private readonly OfflinePage _page = new();

    [BrowserFact]
    public async Task Page_WithANetworkAndSomethingThatSends_SendsNothing()
    {
        var page = await _page.MakeCurrentAsync();

        var report = await Browser.RunAsync<Report>("sending.mjs", page);

        Assert.Equal(["/control"], report.Heard);
        Assert.False(report.Refused.IsBroken);
        string[] refused =
        [
            "connect-src", "form-action", "frame-src", "img-src", "media-src", "require-trusted-types-for",
            "style-src-elem",
        ];
        Assert.Subset(report.Refused.Directives.ToHashSet(), refused.ToHashSet());
    }

    /// <inheritdoc/>
    public void Dispose() => _page.Dispose();

    private sealed record Refusals(IReadOnlyList<string> Directives, bool IsBroken);

    private sealed record Report(IReadOnlyList<string> Heard, Refusals Refused);
}
