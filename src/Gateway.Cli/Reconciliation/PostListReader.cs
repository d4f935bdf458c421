using System.Runtime.CompilerServices;
using CsvHelper;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Reconciliation;

/// <summary>
/// Reads the post's list of a business day from a file as Excel writes it: UTF-8 or UTF-16 with its byte order mark;
/// comma, semicolon or tab; a header line in English or Arabic. Holds one line at a time.
/// </summary>
internal static class PostListReader
{
    private const int MostEntries = 1_000_000;

    // A cell of Excel has up to 32,767 characters.
    private const int LongestLineBytes = 1 << 20;

    /// <summary>The entries of the lines that are right; those of the others are noted.</summary>
    /// <param name="file">The file, read from its beginning; it stays open.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="stop">Stops.</param>
    public static async IAsyncEnumerable<ReconciliationEntry> ReadAsync(
        Stream file, LineFaults faults, [EnumeratorCancellation] CancellationToken stop)
    {
        file.Position = 0;
        CsvMalformedReason? malformed = null;
        var options = new CsvReaderOptions
        {
            Separator = await Separators.FindAsync(file, stop),
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MaxRecordSize = LongestLineBytes,
            OnMalformedRecord = record => malformed = record.Reason,
        };
        await using var csv = CsvReader.Create(file, options, leaveOpen: true);
        if (!await TryAsync(faults, () => HeaderAsync(csv, stop))
            || PostListColumns.Find(csv.Headers, faults) is not { } columns)
            yield break;

        var line = new PostListLine(csv, columns);
        malformed = null;
        for (var entries = 0; await TryAsync(faults, () => csv.ReadAsync(stop).AsTask()); malformed = null)
        {
            if (line.IsBlank)
                continue;

            if (++entries > MostEntries)
            {
                faults.Add(csv.LineNumber, "a list has up to 1,000,000 settlements");
                yield break;
            }

            if (line.Read(isMalformed: malformed is not null, out var entry) is { } fault)
                faults.Add(csv.LineNumber, fault);
            else
                yield return entry;
        }
    }

    private static async Task<bool> HeaderAsync(CsvReader csv, CancellationToken stop)
    {
        await csv.ReadHeaderAsync(stop);
        return true;
    }

    // A line that is not to be read ends the list: there is no telling where the next one begins.
    private static async Task<bool> TryAsync(LineFaults faults, Func<Task<bool>> read)
    {
        try
        {
            return await read();
        }
        catch (CsvFormatException e)
        {
            faults.Add(e.LineNumber, "the line has no end; is a quote missing?");
            return false;
        }
    }
}
