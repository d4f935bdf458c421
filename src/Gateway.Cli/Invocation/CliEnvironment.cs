using System.Text;

namespace Gateway.Cli.Invocation;

/// <summary>What a command sees of the world around it.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsTerminal">Whether a person reads standard output; false when it is piped or written to a
/// file.</param>
/// <param name="IsErrorTerminal">The same of standard error.</param>
/// <param name="WorkingDirectory">Where relative paths and the search for the sample files begin.</param>
/// <param name="Time">The clock.</param>
internal sealed record CliEnvironment(
    TextWriter Out, TextWriter Error, bool IsTerminal, bool IsErrorTerminal, string WorkingDirectory, TimeProvider Time)
{
    public static CliEnvironment OfProcess()
    {
        // Without a byte order mark, which would be the first character of a piped document.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new CliEnvironment(
            Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected,
            Directory.GetCurrentDirectory(), TimeProvider.System);
    }
}
