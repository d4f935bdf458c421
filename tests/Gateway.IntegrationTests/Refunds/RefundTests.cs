using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Refunds;

public abstract class RefundTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Decide_PaidFineWronglyRecorded_TellsTheRefundsThatAreListed()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);

        var decided = await SomeAppeal.RefundedAsync(client, gateway.Connect("reviewer"), fines[0], fines[1]);

        var listed = await client.Appeals.ListRefundsAsync(Of(decided.Appeal));
        Assert.Equal(decided.Refunds, listed.Refunds);
        Assert.Equal(
            [RefundKind.Fine, RefundKind.Fine, RefundKind.AppealFee], listed.Refunds.Select(refund => refund.Kind));
        Assert.Equal(
            [fines[0].FineNumber, fines[1].FineNumber, ""], listed.Refunds.Select(refund => refund.FineNumber));
        Assert.Equal(
            [fines[0].AmountDue, fines[1].AmountDue, SomeAppeal.Pounds(25)],
            listed.Refunds.Select(refund => refund.Amount));
        Assert.Equal(Some.Sum(listed.Refunds.Select(refund => refund.Amount)), listed.DueTotal);
        Assert.All(listed.Refunds, refund => Assert.Null(refund.Payout));
        Assert.All(listed.Refunds, refund => Assert.Equal(decided.Appeal.AppealNumber, refund.AppealNumber));
    }

    [DatabaseFact]
    public async Task Decide_ReducedToThePiastre_RefundsTheRestToThePiastre()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var fine = (await Some.OutstandingAsync(client))[0];
        await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fine));
        var appeal = await SomeAppeal.AtAsync(
            AppealStage.UnderReview, client, reviewer, SomeAppeal.Partial(null, fine.FineNumber));
        var request = SomeAppeal.Decide(appeal, AppealDecision.Reduced);
        request.Decisions[0].NewAmount = Amount(199, 99);

        var decided = await reviewer.Reviews.DecideAppealAsync(request);

        var refund = Assert.Single(decided.Refunds);
        var paid = await client.Appeals.PayRefundAsync(SomeAppeal.Payout(refund));
        Assert.Equal(fine.AmountDue, Some.Sum([refund.Amount, Amount(199, 99), fine.Fees]));
        Assert.Equal(1, refund.Amount.Nanos / 10_000_000);
        Assert.EndsWith(".01 EGP", paid.Receipt.En.Total.Value, StringComparison.Ordinal);
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseFact]
    public async Task Pay_TheWholeToTheRecipient_IsRecordedWithAReceiptToSign()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var (fine, fee) = await TwoAsync(gateway);

        var answer = await client.Appeals.PayRefundAsync(SomeAppeal.Payout(fee));

        var payout = answer.Refund.Payout;
        var due = await client.Appeals.ListRefundsAsync(ByPerson(includePaid: false));
        var all = await client.Appeals.ListRefundsAsync(ByPerson(includePaid: true));
        Assert.Equal(Some.Counter(), payout.Counter);
        Assert.Equal(fee.Amount, answer.Refund.Amount);
        Assert.Equal([fine], due.Refunds);
        Assert.Equal(fine.Amount, due.DueTotal);
        Assert.Equal([fine, answer.Refund], all.Refunds);
        Assert.Equal(fine.Amount, all.DueTotal);
        foreach (var text in new[] { answer.Receipt.Ar, answer.Receipt.En })
        {
            Assert.Contains(text.Lines, line => line.Value == fee.RecipientName);
            Assert.Contains(text.Lines, line => line.Value == fee.RefundNumber);
            Assert.Contains(text.Lines, line => line.Value == fee.AppealNumber);
            Assert.DoesNotContain(SomeAppeal.NationalId, text.ToString(), StringComparison.Ordinal);
            Assert.EndsWith("....", text.Notice, StringComparison.Ordinal);
        }

        Assert.Equal(("Receipt for a refund", "25.00 EGP"), (answer.Receipt.En.Title, answer.Receipt.En.Total.Value));
        Assert.Equal("25.00 جنيه", answer.Receipt.Ar.Total.Value);
        Assert.Contains("wenty-five", answer.Receipt.En.TotalInWords, StringComparison.Ordinal);
        Assert.Contains("خمسة وعشرون", answer.Receipt.Ar.TotalInWords, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Pay_Again_GivesTheSameBytesToTheSameRequestAndIsRefusedToAnother()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var (fine, _) = await TwoAsync(gateway);
        var request = SomeAppeal.Payout(fine);
        var first = await client.Appeals.PayRefundAsync(request);

        var again = await client.Appeals.PayRefundAsync(request);
        var another = await Refused.ByAsync(client.Appeals.PayRefundAsync(SomeAppeal.Payout(fine)));

        Assert.Equal(first.ToByteString(), again.ToByteString());
        Assert.Equal("REFUND_PAID", another.Reason);
    }

    [DatabaseFact]
    public async Task Pay_TenCountersAtOnce_OnePays()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var (fine, _) = await TwoAsync(gateway);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            try
            {
                await client.Appeals.PayRefundAsync(SomeAppeal.Payout(fine));
                return "";
            }
            catch (GatewayRefusedException refused)
            {
                return refused.Reason;
            }
        })));

        Assert.Single(outcomes, outcome => outcome.Length == 0);
        Assert.Equal(9, outcomes.Count(outcome => outcome == "REFUND_PAID"));
    }

    [DatabaseFact]
    public async Task Pay_WrongPersonOrAmount_IsRefusedAndStaysDue()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var (fine, fee) = await TwoAsync(gateway);
        var (toAnother, less, more) = (SomeAppeal.Payout(fee), SomeAppeal.Payout(fee), SomeAppeal.Payout(fee));
        toAnother.RecipientNationalId = SomeAppeal.OtherNationalId;
        less.Amount = Amount(24, 99);
        more.Amount = Amount(25, 1);
        var unknown = SomeAppeal.Payout(fee);
        unknown.RefundNumber = fee.AppealNumber;

        Assert.Equal("PERSON_MISMATCH", await ReasonAsync(toAnother));
        Assert.Equal("AMOUNT_MISMATCH", await ReasonAsync(less));
        Assert.Equal("AMOUNT_MISMATCH", await ReasonAsync(more));
        Assert.Equal("REFUND_UNKNOWN", await ReasonAsync(unknown));
        var due = await client.Appeals.ListRefundsAsync(ByPerson(includePaid: false));
        await client.Appeals.PayRefundAsync(SomeAppeal.Payout(fee));
        Assert.Equal([fine, fee], due.Refunds);
        Assert.Equal("PERSON_MISMATCH", await ReasonAsync(toAnother));

        async Task<string> ReasonAsync(PayRefundRequest request) =>
            (await Refused.ByAsync(client.Appeals.PayRefundAsync(request))).Reason;
    }

    [DatabaseFact]
    public async Task AnotherBranch_ListsByPersonOrWithTheAppellantAndPays()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var other = gateway.Connect("branch-00002");
        var (fine, fee) = await TwoAsync(gateway);
        var byAppeal = new ListRefundsRequest { AppealNumber = fine.AppealNumber, Counter = Some.Counter("00002") };
        var byPerson = ByPerson(includePaid: false);
        byPerson.Counter = Some.Counter("00002");
        var payout = SomeAppeal.Payout(fee);
        payout.Counter = Some.Counter("00002");

        var unnamed = await Refused.ByAsync(other.Appeals.ListRefundsAsync(byAppeal));
        byAppeal.AppellantNationalId = SomeAppeal.NationalId;
        var named = await other.Appeals.ListRefundsAsync(byAppeal);
        var ofPerson = await other.Appeals.ListRefundsAsync(byPerson);
        var paid = await other.Appeals.PayRefundAsync(payout);
        byPerson.NationalId = SomeAppeal.OtherNationalId;
        byPerson.AppellantNationalId = "";
        var ofAnother = await other.Appeals.ListRefundsAsync(byPerson);

        Assert.Equal("APPEAL_UNKNOWN", unnamed.Reason);
        Assert.Equal([fine, fee], named.Refunds);
        Assert.Equal([fine, fee], ofPerson.Refunds);
        Assert.Equal("00002", paid.Refund.Payout.Counter.BranchCode);
        Assert.Empty(ofAnother.Refunds);
        Assert.Equal(SomeAppeal.Pounds(0), ofAnother.DueTotal);
    }

    private static async Task<(Refund Fine, Refund Fee)> TwoAsync(TestGateway gateway)
    {
        var client = gateway.Connect();
        var fine = (await Some.OutstandingAsync(client))[0];
        var decided = await SomeAppeal.RefundedAsync(client, gateway.Connect("reviewer"), fine);
        return (decided.Refunds[0], decided.Refunds[1]);
    }

    private static ListRefundsRequest Of(Appeal appeal) =>
        new() { AppealNumber = appeal.AppealNumber, Counter = Some.Counter() };

    private static ListRefundsRequest ByPerson(bool includePaid) =>
        new() { NationalId = SomeAppeal.NationalId, Counter = Some.Counter(), IncludePaid = includePaid };

    private static Google.Type.Money Amount(long pounds, int piastres) =>
        new() { CurrencyCode = "EGP", Units = pounds, Nanos = piastres * 10_000_000 };
}

public sealed class SqliteRefundTests() : RefundTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerRefundTests() : RefundTests(TestDialect.SqlServer);
