using Xunit.Sdk;

namespace Gateway.Testing.Tools;

/// <summary>Waits for what another process brings about.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Asks until it is so.</summary>
    /// <param name="isSo">The question.</param>
    /// <param name="what">What is waited for, in words.</param>
    /// <exception cref="XunitException">It was not so within a minute.</exception>
    public static async Task SoAsync(Func<bool> isSo, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
                throw new XunitException($"Waited for a minute in vain: {what}.");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
