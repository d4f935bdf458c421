using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Reconciliation;

/// <summary>
/// The post's list of a day as a CSV file, as spreadsheets write it: UTF-8 or UTF-16, values parted by commas,
/// semicolons or tabs, headings in English or Arabic. Read line by line, as often as asked; none is kept.
/// </summary>
internal sealed class PostListFile(string path)
{
    private static readonly string[] NumberHeadings = ["settlementnumber", "رقمالسداد", "رقمعمليةالسداد"];
    private static readonly string[] AmountHeadings = ["amount", "المبلغ"];

    /// <summary>Checks every line.</summary>
    /// <returns>How many entries there are.</returns>
    /// <exception cref="UsageException">Something is wrong; it tells the lines.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public long Check()
    {
        var faults = new PostListFaults();
        long count = 0;
        foreach (var _ in Read(faults))
            count++;
        faults.ThrowIfAny();
        return count;
    }

    /// <summary>The entries of a file that was checked.</summary>
    public IEnumerable<PostEntry> Entries() => Read(new PostListFaults());

    private IEnumerable<PostEntry> Read(PostListFaults faults)
    {
        var (separator, skip) = FindSeparator();
        using var text = Open();
        for (var i = 0; i < skip; i++)
            text.ReadLine();
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            IgnoreBlankLines = true,
            BadDataFound = null,
            MissingFieldFound = null,
        });
        if (!csv.Read() || !csv.ReadHeader())
            throw new UsageException("The list is empty.");
        var number = Column(csv.HeaderRecord!, NumberHeadings, "settlement_number");
        var amount = Column(csv.HeaderRecord!, AmountHeadings, "amount");
        while (csv.Read())
        {
            if (csv.Parser.Record is not { } record || record.All(string.IsNullOrWhiteSpace))
                continue;
            var line = csv.Parser.RawRow + skip;
            var settlement = PostListText.Number(csv.GetField(number) ?? "", out var fault);
            if (settlement is null)
                faults.Add(line, fault);
            var money = PostListText.Amount(csv.GetField(amount) ?? "", hasDecimalComma: separator != ',');
            if (money is null)
                faults.Add(line, "the amount must be pounds with at most two decimals");
            if (settlement is not null && money is { } pounds)
                yield return new PostEntry(settlement, pounds);
        }
    }

    // A spreadsheet may say so in a first line of its own; else the heading tells.
    private (char Separator, int SkippedLines) FindSeparator()
    {
        using var text = Open();
        var first = text.ReadLine() ?? "";
        if (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.Length > 4)
            return (first[4], 1);
        return ("\t;,".FirstOrDefault(first.Contains, ','), 0);
    }

    private StreamReader Open() => new(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);

    private static int Column(string[] headings, string[] names, string wanted)
    {
        var index = Array.FindIndex(headings, heading => names.Contains(Plain(heading)));
        return index >= 0 ? index : throw new UsageException($"The list has no column {wanted}.");
    }

    private static string Plain(string heading) =>
        new([.. heading.Trim('\ufeff').Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
