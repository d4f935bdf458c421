using System.Globalization;
using Gateway.Cli.Invocation;
using Gateway.Cli.Output;
using Gateway.Cli.Reconciliation;
using Gateway.Contracts.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Gateway.UnitTests.Cli.Reconciliation;

public sealed class ReconciliationReportTests
{
    [Fact]
    public void Report_OfListsThatAgree_TellsBothTotals()
    {
        var answer = Answer(exceptions: 0);
        answer.Closed = true;
        answer.CloseTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 7, 31, 19, 0, 0, TimeSpan.Zero));

        var printed = PrintedText.Of(terminal => ReconciliationReport.Print(terminal, answer));

        Assert.Contains("Reconciliation of 2026-07-31", printed, StringComparison.Ordinal);
        Assert.Matches("Post +1,002 +150,300.50", printed);
        Assert.Matches("Prosecution +1,001 +150,000.00", printed);
        Assert.Contains("Both lists agree.", printed, StringComparison.Ordinal);
        Assert.Contains("closed since 2026-07-31 22:00", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfListsThatDiffer_TellsEachException()
    {
        var printed = PrintedText.Of(terminal => ReconciliationReport.Print(terminal, Answer(exceptions: 60)));

        Assert.Matches("100000000000059 +amount differs +00017 +150.50 +150.00", printed);
        Assert.Contains("The lists differ: exceptions: 60.", printed, StringComparison.Ordinal);
        Assert.Contains("The business day is open.", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("more", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfFeesAndRefunds_TellsEachKind()
    {
        var answer = Answer(exceptions: 1);
        answer.Exceptions[0].EntryKind = ReconciliationEntryKind.Refund;
        answer.OtherTotals.Add(Totals(ReconciliationEntryKind.AppealFee, 7, 175m));
        answer.OtherTotals.Add(Totals(ReconciliationEntryKind.Refund, 2, 340.05m));

        var printed = PrintedText.Of(terminal => ReconciliationReport.Print(terminal, answer));

        Assert.Matches(@"Appeal fees[^\0]+Post +7 +175.00[^\0]+Prosecution +7 +175.00", printed);
        Assert.Matches(@"Refunds[^\0]+Post +2 +340.05[^\0]+Prosecution +2 +340.05", printed);
        Assert.Matches("100000000000000 +refund: amount differs +00017", printed);
    }

    [Fact]
    public void Report_OnATerminal_TellsFiftyExceptionsAndHowManyMore()
    {
        var output = new StringWriter();
        var environment = new CliEnvironment(output, output, true, true, ".", TimeProvider.System);

        ReconciliationReport.Print(new Terminal(environment, isJson: false), Answer(exceptions: 60));

        Assert.Contains("100000000000049", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("100000000000050", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("and 10 more", output.ToString(), StringComparison.Ordinal);
    }

    private static ReconcileBusinessDayResponse Answer(int exceptions) => new()
    {
        BusinessDate = new Date { Year = 2026, Month = 7, Day = 31 },
        PostCount = 1_002,
        PostTotal = Egp(150_300.5m),
        GatewayCount = 1_001,
        GatewayTotal = Egp(150_000m),
        ExceptionCount = exceptions,
        Exceptions = { Enumerable.Range(0, exceptions).Select(Exception) },
    };

    private static ReconciliationKindTotals Totals(ReconciliationEntryKind kind, int count, decimal total) => new()
    {
        Kind = kind,
        PostCount = count,
        PostTotal = Egp(total),
        GatewayCount = count,
        GatewayTotal = Egp(total),
    };

    private static ReconciliationException Exception(int index) => new()
    {
        Kind = ReconciliationExceptionKind.AmountDiffers,
        SettlementNumber = (100_000_000_000_000 + index).ToString(CultureInfo.InvariantCulture),
        BranchCode = "00017",
        PostAmount = Egp(150.5m),
        GatewayAmount = Egp(150m),
    };

    private static Money Egp(decimal amount) => new() { CurrencyCode = "EGP", DecimalValue = amount };
}
