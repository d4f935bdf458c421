using Gateway.Cli.Invocation;
using Gateway.Cli.Output;

namespace Gateway.UnitTests.Cli;

/// <summary>What a command prints into a pipe.</summary>
internal static class PrintedText
{
    public static string Of(Action<Terminal> print)
    {
        var output = new StringWriter();
        print(new Terminal(new CliEnvironment(output, output, false, false, ".", TimeProvider.System), isJson: false));
        return output.ToString();
    }
}
