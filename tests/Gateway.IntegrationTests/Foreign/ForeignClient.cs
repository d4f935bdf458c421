using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Foreign;

/// <summary>Where the foreign client is.</summary>
internal static class ForeignClient
{
    /// <summary>Its folder in the checkout.</summary>
    public static string Directory =>
        Path.Combine(Repository.Root, "tests", "Gateway.IntegrationTests", "ForeignClient");
}
