using Gateway.Cli.Settlements;
using Gateway.Contracts.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Gateway.UnitTests.Cli;

public sealed class PrintedSettlementTests
{
    private const string Number = "260731123456789";
    private static readonly Date Day = new() { Year = 2026, Month = 7, Day = 31 };

    [Fact]
    public void Receipt_IsPrintedAsTheGatewayWroteItInBothLanguages()
    {
        var printed = PrintedText.Of(terminal => SettlementReceipt.Print(terminal, Made()));

        Assert.Contains("RequestId-1", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("TAKEN BACK", printed, StringComparison.Ordinal);
        foreach (var language in new[] { "en", "ar" })
        {
            foreach (var part in new[] { "title", "line", "value", "fine", "paid", "total", "sum", "words", "notice" })
                Assert.Contains($"{part}-{language}", printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Receipt_OfASettlementThatWasTakenBack_SaysSo()
    {
        var settlement = Made();
        settlement.Reversal = new Reversal { Reason = ReversalReason.TellerError, Note = "wrong [plate]" };

        var printed = PrintedText.Of(terminal => SettlementReceipt.Print(terminal, settlement));

        Assert.Contains("TAKEN BACK", printed, StringComparison.Ordinal);
        Assert.Contains("teller-error", printed, StringComparison.Ordinal);
        Assert.Contains("wrong [plate]", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Abandon_OfARequestThatWasCarriedOut_SaysThatTheMoneyStaysAndPrintsTheReceipt()
    {
        var answer = new AbandonSettlementResponse { Settlement = Made() };

        var printed = PrintedText.Of(terminal => AbandonCommand.Print(terminal, answer));

        Assert.StartsWith("Made: the money stays", printed, StringComparison.Ordinal);
        Assert.Contains("title-en", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Abandon_OfASettlementThatWasTakenBack_DoesNotSayThatTheMoneyStays()
    {
        var answer = new AbandonSettlementResponse { Settlement = Made() };
        answer.Settlement.Reversal = new Reversal { Reason = ReversalReason.CitizenRequest };

        var printed = PrintedText.Of(terminal => AbandonCommand.Print(terminal, answer));

        Assert.StartsWith("Made, and taken back since", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("stays", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Abandon_OfARequestThatNeverWill_SaysThatTheMoneyMayGoBack()
    {
        var answer = new AbandonSettlementResponse { Abandonment = new Abandonment { RequestId = "RequestId-1" } };

        var printed = PrintedText.Of(terminal => AbandonCommand.Print(terminal, answer));

        Assert.StartsWith("Never carried out: the money may go back", printed, StringComparison.Ordinal);
        Assert.Contains("RequestId-1", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void List_TellsEachSettlementTheTotalsAndWhetherTheDayIsClosed()
    {
        var list = new ListSettlementsResponse
        {
            Settlements = { Summary(Number, reversed: false), Summary("260731000000000", reversed: true) },
            SettledCount = 1,
            SettledTotal = Egp(1234.5m),
            ReversedCount = 1,
            ReversedTotal = Egp(1234.5m),
            Closed = true,
        };

        var printed = PrintedText.Of(terminal => SettlementTable.Print(terminal, Day, list));

        Assert.Contains("2026-07-31  the business day is closed", printed, StringComparison.Ordinal);
        Assert.Contains("Settled: 1, 1,234.50 EGP   Taken back: 1, 1,234.50 EGP", printed, StringComparison.Ordinal);
        var rows = printed.Split('\n');
        Assert.Matches(
            "00017 +03 +t-9 +2026-07-31 15:00 +bank card +2 +1,234.50 +settled", Row(rows, Number));
        Assert.Matches("reversed 2026-07-31 16:00", Row(rows, "260731000000000"));
    }

    [Fact]
    public void List_WithoutSettlements_SaysSo()
    {
        var printed = PrintedText.Of(
            terminal => SettlementTable.Print(terminal, Day, new ListSettlementsResponse()));

        Assert.Contains("No settlements", printed, StringComparison.Ordinal);
        Assert.Contains("is open", printed, StringComparison.Ordinal);
    }

    private static string Row(IEnumerable<string> rows, string number) =>
        rows.Single(row => row.Contains(number, StringComparison.Ordinal));

    private static SettlementSummary Summary(string number, bool reversed) => new()
    {
        SettlementNumber = number,
        Counter = new Counter { BranchCode = "00017", CounterCode = "03", TellerCode = "t-9" },
        PaymentMethod = PaymentMethod.Card,
        ItemCount = 2,
        Total = Egp(1234.5m),
        SettleTime = At(hour: 12),
        ReverseTime = reversed ? At(hour: 13) : null,
    };

    private static Timestamp At(int hour) =>
        Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 7, 31, hour, 0, 0, TimeSpan.Zero));

    private static Settlement Made() => new()
    {
        SettlementNumber = Number,
        RequestId = "RequestId-1",
        Total = Egp(1234.5m),
        Receipt = new Receipt { En = Text("en"), Ar = Text("ar") },
    };

    private static ReceiptText Text(string language) => new()
    {
        Title = $"title-{language}",
        Lines = { new ReceiptLine { Label = $"line-{language}", Value = $"value-{language}" } },
        Items = { new ReceiptLine { Label = $"fine-{language}", Value = $"paid-{language}" } },
        Total = new ReceiptLine { Label = $"total-{language}", Value = $"sum-{language}" },
        TotalInWords = $"words-{language}",
        Notice = $"notice-{language}",
    };

    private static Money Egp(decimal amount) => new() { CurrencyCode = "EGP", DecimalValue = amount };
}
