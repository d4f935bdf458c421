using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Reviews;

public abstract class DecisionTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Decide_EachFineItsOwnWay_HasTheEffectsOfLawSeven()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var fines = await Some.OutstandingAsync(client);
        await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines[0], fines[2], fines[4]));
        var appeal = await SomeAppeal.AtAsync(
            AppealStage.UnderReview, client, reviewer, SomeAppeal.Partial(null, fines.Select(fine => fine.FineNumber)));
        var request = SomeAppeal.Decide(appeal);
        Set(request, fines[0], AppealDecision.Cancelled);
        request.Decisions[0].WronglyRecorded = true;
        Set(request, fines[1], AppealDecision.Cancelled);
        Set(request, fines[2], AppealDecision.Reduced, 200);
        Set(request, fines[3], AppealDecision.Reduced, 700);

        var answer = await reviewer.Reviews.DecideAppealAsync(request);

        var after = await FinesAsync(client);
        Assert.Equal(AppealResult.PartiallyAccepted, answer.Appeal.Result);
        Assert.Equal(
            [
                FineStatus.Cancelled, FineStatus.Cancelled, FineStatus.Settled, FineStatus.Outstanding,
                FineStatus.Settled,
            ],
            after.Select(fine => fine.Status));
        Assert.Equal([300, 100, 200, 700, 100], after.Select(fine => fine.Amount.Units));
        Assert.Equal([31500, 30000], await RefundsAsync(gateway, kind: 1));
        Assert.Equal([315, 300, 25], answer.Refunds.Select(refund => refund.Amount.Units));
        Assert.Equal([2500], await RefundsAsync(gateway, kind: 2));
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseFact]
    public async Task Decide_AgainAfterAReduction_RefundsOnlyWhatIsLeft()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var fine = (await Some.OutstandingAsync(client))[2];
        await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fine));
        var first = await SomeAppeal.AtAsync(
            AppealStage.UnderReview, client, reviewer, SomeAppeal.Partial(null, fine.FineNumber));
        var reduce = SomeAppeal.Decide(first);
        Set(reduce, fine, AppealDecision.Reduced, 200);
        await reviewer.Reviews.DecideAppealAsync(reduce);
        var second = await SomeAppeal.AtAsync(
            AppealStage.UnderReview, client, reviewer, SomeAppeal.Partial(null, fine.FineNumber));

        await reviewer.Reviews.DecideAppealAsync(SomeAppeal.Decide(second, AppealDecision.Cancelled));

        Assert.Equal([30000, 21500], await RefundsAsync(gateway, kind: 1));
    }

    [DatabaseFact]
    public async Task Decide_WithAnEtagOfBefore_IsRefusedWithTheNewOne()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var received = await SomeAppeal.AtAsync(AppealStage.Received, client, reviewer);
        var review = (await reviewer.Reviews.AdvanceAppealAsync(
            SomeAppeal.Advance(received, AppealStage.UnderReview))).Appeal;

        var refused = await Refused.ByAsync(reviewer.Reviews.DecideAppealAsync(SomeAppeal.Decide(received)));

        Assert.Equal("APPEAL_CHANGED", refused.Reason);
        Assert.Contains(review.Etag, Assert.Single(refused.PreconditionViolations).Description, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Decide_NotExactlyTheFinesOfTheAppeal_NamesEachFault()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var appeal = await SomeAppeal.AtAsync(AppealStage.UnderReview, client, reviewer);
        var request = SomeAppeal.Decide(appeal);
        request.Decisions[1].FineNumber = "999999999999";

        var refused = await Refused.ByAsync(reviewer.Reviews.DecideAppealAsync(request));

        Assert.Equal("INVALID_FIELDS", refused.Reason);
        Assert.Equal(
            ["decisions[1].fine_number", "decisions"], refused.FieldViolations.Select(violation => violation.Field));
    }

    [DatabaseFact]
    public async Task Queue_ListsWhatIsOpenByDueTime()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var fines = await Some.OutstandingAsync(client);
        var numbers = new List<string>();
        foreach (var fine in fines)
            numbers.Add((await client.Appeals.SubmitAppealAsync(
                SomeAppeal.Partial(null, fine.FineNumber))).Appeal.AppealNumber);
        var second = (await reviewer.Appeals.GetAppealAsync(
            new GetAppealRequest { AppealNumber = numbers[1] })).Appeal;
        await client.Appeals.WithdrawAppealAsync(SomeAppeal.Withdrawal(second));

        var page = await reviewer.Reviews.ListOpenAppealsAsync(new ListOpenAppealsRequest { PageSize = 3 });
        var rest = await reviewer.Reviews.ListOpenAppealsAsync(
            new ListOpenAppealsRequest { PageSize = 3, PageToken = page.NextPageToken });
        var overdue = await reviewer.Reviews.ListOpenAppealsAsync(new ListOpenAppealsRequest { OverdueOnly = true });

        Assert.Equal(
            [numbers[0], numbers[2], numbers[3], numbers[4]],
            page.Appeals.Concat(rest.Appeals).Select(item => item.AppealNumber));
        Assert.Equal((4, 0), (page.OpenCount, page.OverdueCount));
        Assert.Empty(rest.NextPageToken);
        Assert.Empty(overdue.Appeals);
        Assert.Equal("spiffe://post.gov.eg/branch/00001", second.Events[0].Actor);
    }

    private static void Set(DecideAppealRequest request, Fine fine, AppealDecision decision, long pounds = 0)
    {
        var item = request.Decisions.Single(item => item.FineNumber == fine.FineNumber);
        item.Decision = decision;
        item.NewAmount = pounds > 0 ? SomeAppeal.Pounds(pounds) : null;
    }

    private static async Task<IReadOnlyList<Fine>> FinesAsync(Client.GatewayClient client)
    {
        var request = Some.Inquiry();
        request.IncludeClosed = true;
        return [.. (await client.Fines.InquireFinesAsync(request)).Fines];
    }

    private static Task<IReadOnlyList<long>> RefundsAsync(TestGateway gateway, int kind) =>
        gateway.Ledger.PiastresAsync($"SELECT amount FROM refund WHERE kind = {kind} ORDER BY id");
}

public sealed class SqliteDecisionTests() : DecisionTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerDecisionTests() : DecisionTests(TestDialect.SqlServer);
