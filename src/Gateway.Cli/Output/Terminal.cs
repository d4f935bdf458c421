using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Cli.Invocation;
using Spectre.Console;

namespace Gateway.Cli.Output;

/// <summary>Standard output and error: for people, or one JSON document for scripts.</summary>
internal sealed class Terminal
{
    // Wide enough for every table, since a file or a pipe has no width of its own.
    private const int PipeWidth = 160;

    // Errors are sentences, and a sentence stays on its line.
    private const int ErrorPipeWidth = 4096;
    private const int TableWidth = 110;

    // Arabic stays readable; the document goes to a terminal or a file, never into a web page.
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions JsonLine = new(Json) { WriteIndented = false };

    private readonly TextWriter _writer;

    public Terminal(CliEnvironment environment, bool isJson)
    {
        IsJson = isJson;
        _writer = environment.Out;
        Out = ConsoleOver(environment.Out, environment.IsTerminal, PipeWidth);
        Error = ConsoleOver(environment.Error, environment.IsErrorTerminal, ErrorPipeWidth);
        IsTerminal = environment.IsTerminal;
    }

    /// <summary>Whether standard output takes one JSON document and nothing else.</summary>
    public bool IsJson { get; }

    /// <summary>Whether a person reads along.</summary>
    public bool IsTerminal { get; }

    /// <summary>Standard output.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Standard error.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>Whether a table of several columns would have to be squeezed.</summary>
    public bool IsNarrow => Out.Profile.Width < TableWidth;

    /// <summary>Prints a line for people; nothing where the output is JSON.</summary>
    public void Note(string text)
    {
        if (!IsJson)
            Out.WriteLine(text);
    }

    /// <summary>Prints the JSON document.</summary>
    public void WriteJson(JsonNode document) => _writer.WriteLine(document.ToJsonString(Json));

    /// <summary>Prints one of several JSON documents, each on a line of its own, at once.</summary>
    public void WriteJsonLine(JsonNode document)
    {
        _writer.WriteLine(document.ToJsonString(JsonLine));
        _writer.Flush();
    }

    private static IAnsiConsole ConsoleOver(TextWriter writer, bool isTerminal, int pipeWidth)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = isTerminal },
        });
        console.Profile.Capabilities.Unicode = true;
        if (!isTerminal)
            console.Profile.Width = pipeWidth;
        return console;
    }
}
