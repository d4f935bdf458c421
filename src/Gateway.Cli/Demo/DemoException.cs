namespace Gateway.Cli.Demo;

/// <summary>Something was not as it should be.</summary>
internal sealed class DemoException(string message) : Exception(message)
{
    /// <summary>Throws unless <paramref name="isAsExpected"/>.</summary>
    public static void Unless(bool isAsExpected, string message)
    {
        if (!isAsExpected)
            throw new DemoException(message);
    }
}
