using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Type;
using EntryKind = Gateway.Contracts.V1.ReconciliationEntryKind;
using Kind = Gateway.Contracts.V1.ReconciliationExceptionKind;

namespace Gateway.IntegrationTests.Reconciliation;

/// <summary>The fees of appeals and the refunds in the post's list, beside its settlements.</summary>
public abstract class EntryKindTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Reconcile_AllKindsAgree_ClosesTheDayForEachOfThem()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var book = await MovedAsync(gateway, fines: 2);
        var paid = (await client.Appeals.PayRefundAsync(SomeAppeal.Payout(book.Refunds[0]))).Refund;
        var entries = new List<ReconciliationEntry>
        {
            Entry(book.Settlement.SettlementNumber, book.Settlement.Total),
            Entry(book.Appeal.AppealNumber, SomeAppeal.Pounds(25), EntryKind.AppealFee),
            Entry(paid.RefundNumber, paid.Amount, EntryKind.Refund),
        };

        var answer = await SendAsync(gateway, book.Appeal.BusinessDate, entries);

        Assert.Empty(answer.Exceptions);
        Assert.True(answer.Closed);
        Assert.Equal((1, 1), (answer.PostCount, answer.GatewayCount));
        Assert.Equal(book.Settlement.Total, answer.GatewayTotal);
        Assert.Equal([EntryKind.AppealFee, EntryKind.Refund], answer.OtherTotals.Select(totals => totals.Kind));
        Assert.All(answer.OtherTotals, totals => Assert.Equal((1, 1), (totals.PostCount, totals.GatewayCount)));
        Assert.Equal([SomeAppeal.Pounds(25), paid.Amount], answer.OtherTotals.Select(totals => totals.GatewayTotal));
        Assert.All(answer.OtherTotals, totals => Assert.Equal(totals.GatewayTotal, totals.PostTotal));
        Assert.Equal("BUSINESS_DAY_CLOSED", (await Refused.ByAsync(
            client.Appeals.PayRefundAsync(SomeAppeal.Payout(book.Refunds[1])))).Reason);
        Assert.Equal("BUSINESS_DAY_CLOSED", (await Refused.ByAsync(
            client.Appeals.SubmitAppealAsync(SomeAppeal.Whole()))).Reason);
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseFact]
    public async Task Reconcile_EachDifferenceOfEachKind_IsItemisedAndTheDayStaysOpen()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var book = await MovedAsync(gateway, fines: 3);
        var more = await SomeAppeal.AtAsync(
            AppealStage.Submitted, client, client,
            SomeAppeal.Partial(null, (await Some.OutstandingAsync(client))[0].FineNumber));
        foreach (var refund in book.Refunds.Take(3))
            await client.Appeals.PayRefundAsync(SomeAppeal.Payout(refund));
        var date = book.Appeal.BusinessDate;
        var unpaid = book.Refunds[3];
        var stranger = PostLists.Number(date, 77);
        var entries = new List<ReconciliationEntry>
        {
            Entry(book.Settlement.SettlementNumber, book.Settlement.Total, EntryKind.Settlement),
            Entry(book.Appeal.AppealNumber, SomeAppeal.Pounds(26), EntryKind.AppealFee),
            Entry(stranger, SomeAppeal.Pounds(25), EntryKind.AppealFee),
            Entry(book.Refunds[0].RefundNumber, book.Refunds[0].Amount, EntryKind.Refund),
            Entry(book.Refunds[0].RefundNumber, book.Refunds[0].Amount, EntryKind.Refund),
            Entry(book.Refunds[1].RefundNumber, Less(book.Refunds[1].Amount), EntryKind.Refund),
            Entry(unpaid.RefundNumber, unpaid.Amount, EntryKind.Refund),
        };

        var answer = await SendAsync(gateway, date, entries);

        var expected = new Dictionary<(EntryKind, string), Kind>
        {
            [(EntryKind.AppealFee, book.Appeal.AppealNumber)] = Kind.AmountDiffers,
            [(EntryKind.AppealFee, more.AppealNumber)] = Kind.MissingThere,
            [(EntryKind.AppealFee, stranger)] = Kind.MissingHere,
            [(EntryKind.Refund, book.Refunds[0].RefundNumber)] = Kind.Repeated,
            [(EntryKind.Refund, book.Refunds[1].RefundNumber)] = Kind.AmountDiffers,
            [(EntryKind.Refund, book.Refunds[2].RefundNumber)] = Kind.MissingThere,
            [(EntryKind.Refund, unpaid.RefundNumber)] = Kind.MissingHere,
        };
        Assert.Equal(expected, answer.Exceptions.ToDictionary(e => (e.EntryKind, e.SettlementNumber), e => e.Kind));
        Assert.Equal(7, answer.ExceptionCount);
        Assert.False(answer.Closed);
        var differs = answer.Exceptions.Single(e => e.SettlementNumber == book.Refunds[1].RefundNumber);
        Assert.Equal("00001", differs.BranchCode);
        Assert.Equal((Less(book.Refunds[1].Amount), book.Refunds[1].Amount), (differs.PostAmount, differs.GatewayAmount));
        Assert.Equal([2, 2, 4, 3], answer.OtherTotals.SelectMany(t => new[] { t.PostCount, t.GatewayCount }));
        Assert.Equal(0, gateway.Database.Number("SELECT COUNT(*) FROM reconciliation_entry"));
    }

    [DatabaseFact]
    public async Task Reconcile_NumberUnderAnotherKind_MatchesNothing()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var book = await MovedAsync(gateway, fines: 1);
        var entries = new List<ReconciliationEntry>
        {
            Entry(book.Settlement.SettlementNumber, book.Settlement.Total, EntryKind.Refund),
            Entry(book.Appeal.AppealNumber, SomeAppeal.Pounds(25)),
        };

        var answer = await SendAsync(gateway, book.Appeal.BusinessDate, entries);

        var expected = new HashSet<(EntryKind, string, Kind)>
        {
            (EntryKind.Settlement, book.Appeal.AppealNumber, Kind.MissingHere),
            (EntryKind.Settlement, book.Settlement.SettlementNumber, Kind.MissingThere),
            (EntryKind.AppealFee, book.Appeal.AppealNumber, Kind.MissingThere),
            (EntryKind.Refund, book.Settlement.SettlementNumber, Kind.MissingHere),
        };
        Assert.Equal(expected, answer.Exceptions.Select(e => (e.EntryKind, e.SettlementNumber, e.Kind)).ToHashSet());
    }

    [DatabaseFact]
    public async Task Reconcile_KindThatThereIsNot_IsNamed()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var date = new Date { Year = 2026, Month = 1, Day = 1 };
        var entry = Entry(PostLists.Number(date, 1), SomeAppeal.Pounds(25), (EntryKind)4);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => SendAsync(gateway, date, [entry]));

        Assert.Equal(["entries[0].kind"], refused.FieldViolations.Select(violation => violation.Field));
    }

    [DatabaseFact]
    public async Task Reconcile_WhileRefundsArePaid_TellsEveryOneThatCountsToTheDay()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var book = await MovedAsync(gateway, fines: 5);

        var payouts = Task.WhenAll(book.Refunds.Select(refund => Task.Run(async () =>
        {
            try
            {
                await client.Appeals.PayRefundAsync(SomeAppeal.Payout(refund));
                return 1;
            }
            catch (GatewayRefusedException refused) when (refused.Reason == "BUSINESS_DAY_CLOSED")
            {
                return 0;
            }
        })));
        var answer = await SendAsync(gateway, book.Appeal.BusinessDate, [], forceClose: "test of the closing hour");

        var paid = (await payouts).Sum();
        var counted = answer.OtherTotals.SingleOrDefault(totals => totals.Kind == EntryKind.Refund)?.GatewayCount ?? 0;
        Assert.True(answer.Closed);
        Assert.Equal(paid, counted);
        Assert.Equal(paid, gateway.Database.Number("SELECT COUNT(*) FROM refund WHERE pay_time IS NOT NULL"));
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    private static async Task<(Settlement Settlement, Appeal Appeal, IReadOnlyList<Refund> Refunds)> MovedAsync(
        TestGateway gateway, int fines)
    {
        var client = gateway.Connect();
        var outstanding = (await Some.OutstandingAsync(client)).Take(fines).ToList();
        var decided = await SomeAppeal.RefundedAsync(client, gateway.Connect("reviewer"), outstanding);
        var list = await client.Settlements.ListSettlementsAsync(Some.SettlementList(decided.Appeal.BusinessDate));
        var settlement = await client.Settlements.GetSettlementAsync(new GetSettlementRequest
        {
            SettlementNumber = Assert.Single(list.Settlements).SettlementNumber,
            Counter = Some.Counter(),
        });
        return (settlement.Settlement, decided.Appeal, decided.Refunds);
    }

    private static Task<ReconcileBusinessDayResponse> SendAsync(
        TestGateway gateway, Date date, IEnumerable<ReconciliationEntry> entries, string forceClose = "")
    {
        var header = PostLists.Header(date, close: true);
        header.Header.ForceClose = forceClose.Length > 0;
        header.Header.ForceCloseReason = forceClose;
        return PostLists.SendAsync(gateway.Connect("head-office"), [header, .. PostLists.Entries(entries)]);
    }

    private static ReconciliationEntry Entry(string number, Money amount, EntryKind kind = EntryKind.Unspecified) =>
        new() { SettlementNumber = number, Amount = amount, Kind = kind };

    private static Money Less(Money amount) =>
        new() { CurrencyCode = "EGP", DecimalValue = amount.DecimalValue - 0.01m };
}

public sealed class SqliteEntryKindTests() : EntryKindTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerEntryKindTests() : EntryKindTests(TestDialect.SqlServer);
