using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Appeals;

/// <summary>A document of an appeal for people.</summary>
internal static class DocumentText
{
    /// <summary>Prints what is known of it, in two lines.</summary>
    public static void Print(IAnsiConsole console, AppealDocument document)
    {
        console.WriteLine(
            $"  {document.DocumentNumber}  {TimeText.Of(document.AddTime)}  {EnumWords.Of(document.Type)}, "
            + $"{AppealText.Size(document.SizeBytes)}  {document.Title}");
        console.WriteLine($"     SHA-256 {document.Sha256}");
    }
}
