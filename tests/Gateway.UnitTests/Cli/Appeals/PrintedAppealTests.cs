using Gateway.Cli.Appeals;
using Gateway.Cli.Refunds;
using Gateway.Contracts.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Gateway.UnitTests.Cli.Appeals;

public sealed class PrintedAppealTests
{
    private const string Number = "260731123456789";
    private static readonly DateTimeOffset Now = new(2026, 7, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sheet_TellsStagesSmsFinesAndDocuments()
    {
        var printed = PrintedText.Of(terminal => AppealSheet.Print(terminal, SomeAppeal(), Now));

        Assert.Contains($"Appeal {Number}  decided: partially accepted", printed, StringComparison.Ordinal);
        Assert.Matches("SMS delivered 2026-07-31 15:00\\s+The \\[text\\]", printed);
        Assert.Contains("SMS failed, tried 12 times", printed, StringComparison.Ordinal);
        Assert.Contains("Note: Please bring [it].", printed, StringComparison.Ordinal);
        Assert.Contains("By spiffe://reviewer", printed, StringComparison.Ordinal);
        Assert.Matches("10 +Violation +wrong amount +300.00 +15.00 +150.00 +yes +reduced to 150.00", printed);
        Assert.Contains("10 stated: My words", printed, StringComparison.Ordinal);
        Assert.Contains("10 decided so because: The least", printed, StringComparison.Ordinal);
        Assert.Contains("pdf, 1.5 KiB  Contract", printed, StringComparison.Ordinal);
        Assert.Contains("etag-1", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_ShowsLastDigitsOfNationalIdAndMobileOnly()
    {
        var printed = PrintedText.Of(terminal => AppealSheet.Print(terminal, SomeAppeal(), Now));

        Assert.Contains("••••••••••2347", printed, StringComparison.Ordinal);
        Assert.Contains("••••••••••678", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("2850312", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("2010123", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Queue_TellsWhatIsDueWhatIsOverdueAndHowManyThereAre()
    {
        var queue = new ListOpenAppealsResponse
        {
            Appeals = { Summary("1", hoursLeft: -5), Summary("2", hoursLeft: 30) },
            OpenCount = 7,
            OverdueCount = 1,
            NextPageToken = "more",
        };

        var printed = PrintedText.Of(terminal => AppealTable.Print(terminal, queue, Now));

        Assert.Matches("00017 .* 2 +1,234.50 +1 +under review +overdue since 5 h 0 min", printed);
        Assert.Contains("due in 1 d 6 h", printed, StringComparison.Ordinal);
        Assert.Contains("Open: 7   Overdue: 1   Shown: 2; more with --limit", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void List_OfAnAppealThatEnded_DoesNotCallItDue()
    {
        var ended = Summary("1", hoursLeft: -5);
        ended.Stage = AppealStage.Withdrawn;

        var printed = PrintedText.Of(
            terminal => AppealTable.Print(terminal, new ListAppealsResponse { Appeals = { ended } }, Now));

        Assert.Contains("withdrawn", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue since", printed, StringComparison.Ordinal);
        Assert.Contains("Appeals: 1\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Refunds_DueAndPaid_AreToldWithTheirSum()
    {
        var list = new ListRefundsResponse
        {
            Refunds =
            {
                new Refund { RefundNumber = "1", Kind = RefundKind.Fine, FineNumber = "10", Amount = Egp(315) },
                new Refund
                {
                    RefundNumber = "2",
                    Kind = RefundKind.AppealFee,
                    Amount = Egp(25),
                    Payout = new RefundPayout { PayTime = At(0), Counter = new Counter { BranchCode = "00017" } },
                },
            },
            DueTotal = Egp(315),
        };

        var printed = PrintedText.Of(terminal => RefundTable.Print(terminal, list));

        Assert.Matches("1 .* fine 10 .* 315.00 +due", printed);
        Assert.Matches("fee of the appeal .* 25.00 +paid 2026-07-31 15:00, branch 00017", printed);
        Assert.Contains("Due: 315.00 EGP", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_WithoutAnything_SaySo()
    {
        var printed = PrintedText.Of(terminal =>
        {
            AppealTable.Print(terminal, new ListAppealsResponse(), Now);
            RefundTable.Print(terminal, new ListRefundsResponse());
        });

        Assert.Contains("No appeals", printed, StringComparison.Ordinal);
        Assert.Contains("No refunds", printed, StringComparison.Ordinal);
    }

    private static AppealSummary Summary(string number, int hoursLeft) => new()
    {
        AppealNumber = number,
        BranchCode = "00017",
        Stage = AppealStage.UnderReview,
        ItemCount = 2,
        ContestedTotal = Egp(1234.5m),
        DocumentCount = 1,
        SubmitTime = At(-67),
        DueTime = At(hoursLeft),
        Overdue = hoursLeft < 0,
    };

    private static Appeal SomeAppeal() => new()
    {
        AppealNumber = Number,
        Stage = AppealStage.Decided,
        Result = AppealResult.PartiallyAccepted,
        Etag = "etag-1",
        Appellant = new Appellant
        {
            FullName = "Mona",
            NationalId = "28503120102347",
            MobileNumber = "+201012345678",
            SmsLanguage = SmsLanguage.En,
        },
        Items =
        {
            new AppealItem
            {
                FineNumber = "10",
                ViolationEn = "Violation",
                Ground = AppealGround.WrongAmount,
                Amount = Egp(300),
                Fees = Egp(15),
                ContestedAmount = Egp(150),
                Paid = true,
                Statement = "My words",
                Decision = AppealDecision.Reduced,
                NewAmount = Egp(150),
                DecisionReason = "The least",
            },
        },
        Events =
        {
            Event(1, new SmsMessage { State = SmsState.Delivered, Text = "The [text]", EndTime = At(0) }),
            Event(2, new SmsMessage { State = SmsState.Failed, Attempts = 12 }),
        },
        Documents =
        {
            new AppealDocument { Title = "Contract", Type = AppealDocumentType.Pdf, SizeBytes = 1536 },
        },
    };

    private static AppealEvent Event(int sequence, SmsMessage sms) => new()
    {
        Sequence = sequence,
        Stage = AppealStage.DocumentsRequested,
        PublicNote = "Please bring [it].",
        Actor = "spiffe://reviewer",
        Sms = sms,
    };

    private static Timestamp At(int hours) => Timestamp.FromDateTimeOffset(Now.AddHours(hours));

    private static Money Egp(decimal amount) => new() { CurrencyCode = "EGP", DecimalValue = amount };
}
