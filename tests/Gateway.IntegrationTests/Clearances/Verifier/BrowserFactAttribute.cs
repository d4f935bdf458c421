namespace Gateway.IntegrationTests.Clearances.Verifier;

/// <summary>A test that needs Chromium, and the packages of the program that drives it.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.Missing;
}

/// <summary>A test with data that needs them.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.Missing;
}
