using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Cli.QrCodes;

namespace Gateway.Cli.Clearances;

/// <summary>The code of a certificate on the command line: its text, or a picture of it.</summary>
internal static class CodeArgument
{
    private const string Prefix = "ETC1:";
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg"];

    /// <summary>The argument.</summary>
    /// <param name="more">What else may stand there, before the full stop.</param>
    public static Argument<string> Create(string more = "") => new("CODE")
    {
        Description = "What the QR code says, in single quotes, or a picture of it: a PNG or JPEG file" + more + ".",
    };

    /// <summary>The text of the code.</summary>
    /// <exception cref="UsageException">A picture is not there, cannot be read, or has no code in it.</exception>
    public static async Task<string> ReadAsync(string value, string workingDirectory, CancellationToken stop)
    {
        if (IsCode(value))
            return value;

        var path = Path.GetFullPath(value, workingDirectory);
        if (!File.Exists(path))
        {
            return Endings.Contains(Path.GetExtension(value).ToLowerInvariant())
                ? throw new UsageException($"There is no file '{path}'.")
                : value;
        }

        var image = await ImageFile.ReadAsync(path, stop);
        return QrReader.Read(image, IsCode) ?? throw new UsageException(
            $"No QR code can be read in '{path}'. Take the picture again: sharp, the whole code and its white border.");
    }

    private static bool IsCode(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);
}
