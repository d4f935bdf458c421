using System.Text;

namespace Gateway.Cli.Reconciliation;

/// <summary>Which character parts the cells of a file: Excel writes what the settings of Windows say.</summary>
internal static class Separators
{
    // Longer than any header line.
    private const int StartChars = 8192;

    private static readonly char[] Candidates = [',', ';', '\t'];

    /// <summary>
    /// The separator that the header line has most often outside quotes; null where a first line <c>sep=;</c> names it.
    /// Leaves the file at its beginning.
    /// </summary>
    public static async Task<char?> FindAsync(Stream file, CancellationToken stop)
    {
        var start = new char[StartChars];
        using (var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true))
        {
            var length = await reader.ReadBlockAsync(start, stop);
            Array.Resize(ref start, length);
        }

        file.Position = 0;
        var lines = new string(start).Split('\n', '\r');
        var header = lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
        if (header.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return null;

        var unquoted = string.Concat(header.Split('"').Where((_, part) => part % 2 == 0));
        return Candidates.MaxBy(candidate => unquoted.Count(c => c == candidate));
    }
}
