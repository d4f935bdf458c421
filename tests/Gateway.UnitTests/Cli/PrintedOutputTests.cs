using Gateway.Cli.Fines;
using Gateway.Cli.Invocation;
using Gateway.Cli.Output;
using Gateway.Cli.Reconciliation;
using Gateway.Cli.Settlements;
using Gateway.Contracts.V1;
using Google.Type;

namespace Gateway.UnitTests.Cli;

public sealed class PrintedOutputTests
{
    private const string English =
        "Driving against the direction of traffic on a road that is closed in that direction";
    private const string Arabic = "السير عكس الاتجاه في الطرق المخصصة لاتجاه واحد";

    [Fact]
    public void FineTable_WrittenToAPipe_HasEveryTextInFullAndNoEscapes()
    {
        var printed = Printed(terminal => FineList.Print(terminal, Inquiry()));

        Assert.Contains("1,234.50", printed, StringComparison.Ordinal);
        Assert.Contains("100000000001", printed, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', printed);
        Assert.DoesNotContain('…', printed);
        AssertWords(English, printed);
        AssertWords(Arabic, printed);
    }

    [Fact]
    public void FineTable_HasArabicInItsLastColumnOnly()
    {
        var row = Printed(terminal => FineList.Print(terminal, Inquiry()))
            .Split('\n').Single(line => line.Contains("100000000001", StringComparison.Ordinal));

        var firstArabic = row.IndexOf('ا', StringComparison.Ordinal);
        Assert.True(firstArabic > row.IndexOf("outstanding", StringComparison.Ordinal), row);
    }

    [Fact]
    public void Receipt_OfTheGateway_IsPrintedInBothLanguages()
    {
        var settlement = new Settlement
        {
            Receipt = new Receipt { En = Text("Receipt", "Fine 7: Speeding"), Ar = Text("إيصال", Arabic) },
        };

        var printed = Printed(terminal => SettlementReceipt.Print(terminal, settlement));

        Assert.Contains("Settlement: 260731123456789", printed, StringComparison.Ordinal);
        Assert.Contains("Fine 7: Speeding: 1,234.50", printed, StringComparison.Ordinal);
        Assert.Contains("One thousand", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("TAKEN BACK", printed, StringComparison.Ordinal);
        AssertWords(Arabic, printed);
    }

    [Fact]
    public void Receipt_OfAReversedSettlement_SaysSo()
    {
        var settlement = new Settlement
        {
            Receipt = new Receipt { En = Text("Receipt", "Fine 7"), Ar = Text("إيصال", Arabic) },
            Reversal = new Reversal { Reason = ReversalReason.PaymentFailed, Note = "chargeback" },
        };

        var printed = Printed(terminal => SettlementReceipt.Print(terminal, settlement));

        Assert.Contains("TAKEN BACK", printed, StringComparison.Ordinal);
        Assert.Contains("the payment failed: chargeback", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void List_OfADay_HasEachSettlementAndTheTotals()
    {
        var list = new ListSettlementsResponse
        {
            Settlements =
            {
                new SettlementSummary
                {
                    SettlementNumber = "260731123456789",
                    Counter = new Counter { BranchCode = "00001", CounterCode = "02", TellerCode = "t.hassan" },
                    PaymentMethod = PaymentMethod.Card,
                    ItemCount = 3,
                    Total = Egp(1234.5m),
                    ReverseTime = new Google.Protobuf.WellKnownTypes.Timestamp { Seconds = 1 },
                },
            },
            ReversedCount = 1,
            ReversedTotal = Egp(1234.5m),
            Closed = true,
        };

        var printed = Printed(terminal => SettlementTable.Print(
            terminal, new Date { Year = 2026, Month = 7, Day = 31 }, list));

        Assert.Contains("260731123456789", printed, StringComparison.Ordinal);
        Assert.Contains("taken back", printed, StringComparison.Ordinal);
        Assert.Contains("2026-07-31: 0 stand, 0.00 EGP; 1 taken back, 1,234.50 EGP. The day is closed.", printed,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_OfListsThatDiffer_HasEachExceptionOnce()
    {
        var answer = new ReconcileBusinessDayResponse
        {
            BusinessDate = new Date { Year = 2026, Month = 7, Day = 31 },
            PostCount = 2,
            GatewayCount = 1,
            ExceptionCount = 61,
            Exceptions =
            {
                Enumerable.Range(0, 61).Select(i => new ReconciliationException
                {
                    Kind = ReconciliationExceptionKind.MissingHere,
                    SettlementNumber = $"2607310000000{i:D2}",
                    PostAmount = Egp(10),
                }),
            },
        };

        var printed = Printed(terminal => ComparisonTable.Print(terminal, answer));

        Assert.Contains("260731000000049", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("260731000000050", printed, StringComparison.Ordinal);
        Assert.Contains("… and 11 more", printed, StringComparison.Ordinal);
        Assert.Contains("61 settlement(s) differ.", printed, StringComparison.Ordinal);
        Assert.Contains("The day is open.", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_IsToldByTheClockInCairo()
    {
        var noonInWinter = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal("2026-01-15 14:00", TimeText.Of(noonInWinter));
    }

    private static ReceiptText Text(string title, string item) => new()
    {
        Title = title,
        Lines = { new ReceiptLine { Label = "Settlement", Value = "260731123456789" } },
        Items = { new ReceiptLine { Label = item, Value = "1,234.50" } },
        Total = new ReceiptLine { Label = "Total", Value = "1,234.50" },
        TotalInWords = "One thousand",
        Notice = "Keep it.",
    };

    private static void AssertWords(string text, string printed) =>
        Assert.All(text.Split(' '), word => Assert.Contains(word, printed, StringComparison.Ordinal));

    private static string Printed(Action<Terminal> print)
    {
        var output = new StringWriter();
        print(new Terminal(new CliEnvironment(output, output, false, false, ".", TimeProvider.System), isJson: false));
        return output.ToString();
    }

    private static InquireFinesResponse Inquiry() => new()
    {
        Subject = new Subject
        {
            VehiclePlate = new VehiclePlate { Letters = "قبل", Digits = "1234", Kind = PlateKind.Private },
        },
        OutstandingCount = 1,
        OutstandingTotal = Egp(1234.5m),
        Fines =
        {
            new Fine
            {
                FineNumber = "100000000001",
                Violation = new Violation { DescriptionEn = English, DescriptionAr = Arabic, LawArticle = "74" },
                Amount = Egp(1234.5m),
                Fees = Egp(0),
                AmountDue = Egp(1234.5m),
                Status = FineStatus.Outstanding,
            },
        },
    };

    private static Money Egp(decimal amount) => new() { CurrencyCode = "EGP", DecimalValue = amount };
}
