using System.Text;
using System.Text.RegularExpressions;
using Gateway.Cli.Reconciliation;
using Gateway.Contracts.V1;
using Gateway.Domain;

namespace Gateway.UnitTests.Cli.Reconciliation;

public sealed class PostListReaderTests
{
    private static readonly string A = Number(1);
    private static readonly string B = Number(2);

    /// <summary>Lists of the settlements A, 150.50 EGP, and B, 1,250.00 EGP.</summary>
    public static TheoryData<string> Lists => new()
    {
        "settlement_number,amount\nA,150.50\nB,1250.00\n",
        "settlement_number,amount\r\nA,150.5\r\nB,1250\r\n",
        "settlement_number,amount\nA,150.5\nB,\"1,250.00\"",
        "Settlement Number , AMOUNT \n A , 150.5 \n B , \"1,250.00\" \n",
        "branch,amount,settlement number\n00001,150.5,A\n00001,1250,B\n",
        "settlement_number;amount\nA;150,50\nB;1250,00\n",
        "settlement_number;amount\nA;150.50\nB;1.250,00\n",
        "settlement_number;note;amount\nA;one, two, three, four;150,5\nB;;1,250.00\n",
        "settlement_number\tamount\nA\t150,50\nB\t1.250,00\n",
        "sep=;\nsettlement_number;amount\nA;150,5\nB;1250\n",
        "sep=\t\nsettlement_number\tamount\nA\t150.5\nB\t1250\n",
        "رقم السداد,المبلغ\nA,150.50\nB,1250.00\n",
        "رقم عمليه السداد;المبلغ\nA;١٥٠٫٥٠\nB;١٬٢٥٠٫٠٠\n",
        "settlement_number,amount\nA,150.50 EGP\nB,ج.م 1250\n",
        "settlement_number,amount\nA,150.50ج.م.\nB,EGP 1250.00\n",
        "settlement_number,amount\n=\"A\",150.50\n=\"B\",\"1,250.00\"\n",
        "settlement_number,amount\n\"=\"\"A\"\"\",150.50\n\"=\"\"B\"\"\",1250\n",
        "settlement_number,amount\n'A,150.50\n'B,1250\n",
        "settlement_number,note,amount\nA,\"two\r\nlines, \"\"quoted\"\"\",150.50\n=\"B\",\"two\nlines\",1250\n",
        "settlement_number,amount\nA,150.50\nB,1250\n\n\r\n,\n,,\n",
        "\"settlement_number\",\"amount\"\n\"A\",\"150.50\"\n\"B\",\"1250\"\n",
        "\u200fرقم السداد\u200f,amount\n\u200eA\u200e,150.50\n\u202aB\u202c,1250\n",
    };

    [Theory]
    [MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public async Task List_AsExcelWritesIt_IsRead(string text)
    {
        foreach (var encoding in Encodings)
        {
            var (entries, faults) = await ReadAsync(text, encoding);

            Assert.Equal([$"{A} 150.50", $"{B} 1250.00"], entries);
            Assert.Equal("", faults);
        }
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "2.61123E+14,150", "Excel turned the settlement number to 2.61123E+14|format the column as text" },
        { "\"2,61123E+14\",150", "Excel turned the settlement number to 2,61123E+14" },
        { "123456789012345,150", "123456789012345 is not a settlement number: a digit is wrong" },
        { "123,150", "'123' is not a settlement number of 15 digits" },
        { ",150", "there is no settlement number" },
        { "A", "there is no amount" },
        { "A,", "there is no amount" },
        { "A,EGP", "there is no amount" },
        { "A,-150", "'-150' is not an amount" },
        { "A,150.505", "'150.505' is not an amount" },
        { "A,\"1250,50\"", "'1250,50' is not an amount" },
        { "A,\"1,25,0\"", "'1,25,0' is not an amount" },
        { "A,1.5E+03", "'1.5E+03' is not an amount" },
        { "A,150 USD", "'150 USD' is not an amount" },
        { "A,100000001", "is above 100,000,000" },
        { "A,9999999999999999999999999999999999", "not an amount" },
        { "A,15\"0\"", "a quote is missing" },
        { "A,\"150\"0", "a quote is missing" },
        { "=\"A\",\"150\"0", "a quote is missing" },
        { "A,\"150", "a quote is missing" },
        { "Total,1400.50", "'Total' is not a settlement number" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Line_ThatIsWrong_IsToldWithItsNumber(string line, string told)
    {
        var (entries, faults) = await ReadAsync($"settlement_number,amount\nA,1\n\n{line}", Encoding.UTF8);

        Assert.Equal([$"{A} 1.00"], entries);
        Assert.StartsWith("list.csv: 1 faulty, nothing was sent.\n  line 4: ", faults, StringComparison.Ordinal);
        foreach (var word in told.Split('|'))
            Assert.Contains(word, faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amount_ThatCanBeReadInTwoWays_IsNotGuessed()
    {
        var (_, faults) = await ReadAsync("settlement_number;amount\nA;1,250\nB;1.250\n", Encoding.UTF8);

        Assert.Contains("line 2: the amount 1,250 can be read in two ways", faults, StringComparison.Ordinal);
        Assert.Contains("line 3: the amount 1.250 can be read in two ways", faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("number,amount\nA,1\n", "no column is called settlement_number")]
    [InlineData("settlement_number,sum\nA,1\n", "no column is called amount or المبلغ; found: settlement_number, sum")]
    [InlineData("amount,settlement_number,المبلغ\n1,A,1\n", "more than one column is called amount")]
    [InlineData("A,1\n", "no column is called")]
    [InlineData("", "no column is called")]
    public async Task Header_WithoutTheColumns_IsToldWhatIsMissing(string text, string told)
    {
        var (entries, faults) = await ReadAsync(text, Encoding.UTF8);

        Assert.Empty(entries);
        Assert.Contains(told, faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amount_CutInTwoByTheSeparator_IsNotTakenForItsFirstPart()
    {
        var (entries, faults) = await ReadAsync("settlement_number,amount\nA,1,250.50\n", Encoding.UTF8);

        Assert.Empty(entries);
        Assert.Contains("line 2: the line has more values than the heading", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_OfManyLines_AreToldTwentyAndCounted()
    {
        var lines = string.Concat(Enumerable.Repeat("1,x\n", 1_234));

        var (_, faults) = await ReadAsync("settlement_number,amount\n" + lines, Encoding.UTF8);

        Assert.StartsWith("list.csv: 1,234 faulty", faults, StringComparison.Ordinal);
        Assert.Contains("line 21: '1' is not", faults, StringComparison.Ordinal);
        Assert.Contains("; 'x' is not an amount", faults, StringComparison.Ordinal);
        Assert.DoesNotContain("line 22:", faults, StringComparison.Ordinal);
        Assert.EndsWith("and 1,214 more", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quote_ThatIsNeverClosed_EndsTheReadingWithoutTakingUpTheFile()
    {
        var endless = "settlement_number,amount\nA,\"1" + string.Concat(Enumerable.Repeat("\nA,1", 200_000));

        var (entries, faults) = await ReadAsync(endless, Encoding.UTF8);

        Assert.Empty(entries);
        Assert.Contains("line 2: the line has no end; is a quote missing?", faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settlement_number,amount,kind\nA,1,settlement\nB,2,\nA,3,appeal-fee\nB,4,refund\n")]
    [InlineData("Kind;settlement_number;amount\nSettlement;A;1\n;B;2\nAPPEAL_FEE;A;3\n Refund ;B;4\n")]
    [InlineData("نوع العملية,رقم السداد,المبلغ\nسداد,A,1\n,B,2\nرسم تظلم,A,3\nاسترداد,B,4\n")]
    public async Task List_WithAKind_TellsWhatEachLineIsAbout(string text)
    {
        var entries = await EntriesAsync(text, new LineFaults());

        Assert.Equal(
            [
                ReconciliationEntryKind.Settlement, ReconciliationEntryKind.Settlement,
                ReconciliationEntryKind.AppealFee, ReconciliationEntryKind.Refund,
            ],
            entries.Select(entry => entry.Kind));
        Assert.Equal([A, B, A, B], entries.Select(entry => entry.SettlementNumber));
        Assert.Equal([1, 2, 3, 4], entries.Select(entry => entry.Amount.DecimalValue));
    }

    [Fact]
    public async Task List_WithoutAKind_IsSentWithoutOne()
    {
        var entries = await EntriesAsync("settlement_number,amount\nA,1\n", new LineFaults());

        Assert.Equal(ReconciliationEntryKind.Unspecified, Assert.Single(entries).Kind);
    }

    [Theory]
    [InlineData("settlement_number,amount,kind\nA,1,fee\n", "line 2: 'fee' is not a kind")]
    [InlineData("settlement_number,amount,kind\nA,x,fee\n", "'x' is not an amount in EGP with up to two decimals; 'fee'")]
    [InlineData("settlement_number,amount,kind,Kind\nA,1,,\n", "more than one column is called kind")]
    public async Task Kind_ThatIsWrong_IsTold(string text, string told)
    {
        var (entries, faults) = await ReadAsync(text, Encoding.UTF8);

        Assert.Empty(entries);
        Assert.Contains(told, faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithoutEntries_IsEmpty()
    {
        var (entries, faults) = await ReadAsync("settlement_number,amount\n", Encoding.UTF8);

        Assert.Empty(entries);
        Assert.Equal("", faults);
    }

    private static IEnumerable<Encoding> Encodings =>
        [new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Encoding.UTF8, Encoding.Unicode];

    private static async Task<(List<string> Entries, string Faults)> ReadAsync(string text, Encoding encoding)
    {
        var faults = new LineFaults();
        var entries = await EntriesAsync(text, faults, encoding);
        return (
            [.. entries.Select(entry => $"{entry.SettlementNumber} {entry.Amount.DecimalValue:0.00}")],
            faults.Any ? faults.Message("list.csv") : "");
    }

    private static async Task<List<ReconciliationEntry>> EntriesAsync(
        string text, LineFaults faults, Encoding? encoding = null)
    {
        var written = encoding ?? Encoding.UTF8;
        var list = Regex.Replace(text, "(?<![A-Z])[AB](?![A-Z])", match => match.Value == "A" ? A : B);
        using var file = new MemoryStream([.. written.GetPreamble(), .. written.GetBytes(list)]);
        var entries = new List<ReconciliationEntry>();
        await foreach (var entry in PostListReader.ReadAsync(file, faults, CancellationToken.None))
            entries.Add(entry);
        return entries;
    }

    private static string Number(int serial) =>
        RecordNumber.Create(new DateOnly(2026, 7, 31), _ => serial);
}
