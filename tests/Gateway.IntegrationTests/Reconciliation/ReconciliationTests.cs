using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;
using Kind = Gateway.Contracts.V1.ReconciliationExceptionKind;

namespace Gateway.IntegrationTests.Reconciliation;

public abstract class ReconciliationTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Reconcile_ListsThatAgree_MatchesAndClosesTheDay()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var made = await SettleAsync(gateway, 3);

        var answer = await PostLists.SendAsync(
            gateway.Connect("head-office"), PostLists.Of(made[0].BusinessDate, made, close: true));

        Assert.Equal((3, 3, 0), (answer.PostCount, answer.GatewayCount, answer.ExceptionCount));
        Assert.Equal(Some.Sum(made.Select(settlement => settlement.Total)), answer.GatewayTotal);
        Assert.Equal(answer.PostTotal, answer.GatewayTotal);
        Assert.True(answer.Closed);
        Assert.NotNull(answer.CloseTime);
        Assert.Equal("BUSINESS_DAY_CLOSED", await SettleReasonAsync(gateway));
        Assert.Equal("BUSINESS_DAY_CLOSED", (await Refused.ByAsync(
            gateway.Connect().Settlements.ReverseSettlementAsync(Some.Reversal(made[0])))).Reason);
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseFact]
    public async Task Reconcile_EachKindOfDifference_IsItemisedAndTheDayStaysOpen()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var made = await SettleAsync(gateway, 5);
        await gateway.Connect().Settlements.ReverseSettlementAsync(Some.Reversal(made[1]));
        var parts = PostLists.Of(made[0].BusinessDate, [made[0], made[1], made[2], made[3], made[3]], close: true);
        var entries = parts[1].Entries.Entries;
        entries[2].Amount.Units += 1;
        var stranger = PostLists.Number(made[0].BusinessDate, 77);
        entries.Add(new ReconciliationEntry { SettlementNumber = stranger, Amount = made[0].Total });

        var answer = await PostLists.SendAsync(gateway.Connect("head-office"), parts);

        var expected = new Dictionary<string, Kind>
        {
            [made[1].SettlementNumber] = Kind.ReversedHere,
            [made[2].SettlementNumber] = Kind.AmountDiffers,
            [made[3].SettlementNumber] = Kind.Repeated,
            [made[4].SettlementNumber] = Kind.MissingThere,
            [stranger] = Kind.MissingHere,
        };
        Assert.Equal(expected, answer.Exceptions.ToDictionary(e => e.SettlementNumber, e => e.Kind));
        Assert.Equal(answer.Exceptions.Select(e => e.SettlementNumber).Order(StringComparer.Ordinal),
            answer.Exceptions.Select(e => e.SettlementNumber));
        Assert.Equal((6, 4, 5), (answer.PostCount, answer.GatewayCount, answer.ExceptionCount));
        var differs = answer.Exceptions.Single(e => e.Kind == Kind.AmountDiffers);
        Assert.Equal((made[2].Total.Units + 1, made[2].Total.Units),
            (differs.PostAmount.Units, differs.GatewayAmount.Units));
        Assert.False(answer.Closed);
        Assert.Equal("", await SettleReasonAsync(gateway));
    }

    [DatabaseFact]
    public async Task Reconcile_ForcedClose_ClosesWithItsReasonAndTellsTheExceptions()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var made = await SettleAsync(gateway, 2);
        var parts = PostLists.Of(made[0].BusinessDate, [made[0]], close: true);
        parts[0].Header.ForceClose = true;
        parts[0].Header.ForceCloseReason = "branch 00001 lost a day's paper";

        var answer = await PostLists.SendAsync(gateway.Connect("head-office"), parts);

        Assert.True(answer.Closed);
        Assert.Equal(1, answer.ExceptionCount);
        Assert.Equal(1, gateway.Database.Number(
            "SELECT COUNT(*) FROM business_day WHERE is_closed = 1 AND close_reason LIKE 'branch 00001%' "
            + "AND close_caller LIKE '%head-office%'"));
    }

    [DatabaseFact]
    public async Task Reconcile_SameRequestAgain_GivesTheSameBytesAndAnotherListIsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var made = await SettleAsync(gateway, 2);
        var client = gateway.Connect("head-office");
        var parts = PostLists.Of(made[0].BusinessDate, made, close: false);

        var first = await PostLists.SendAsync(client, parts);
        await SettleAsync(gateway, 1);
        var again = await PostLists.SendAsync(client, parts);
        parts[1].Entries.Entries[0].Amount.Units += 1;
        var other = await Assert.ThrowsAsync<GatewayRefusedException>(() => PostLists.SendAsync(client, parts));

        Assert.Equal(first.ToByteString(), again.ToByteString());
        Assert.Equal("REQUEST_ID_REUSED", other.Reason);
        Assert.Equal(0, gateway.Database.Number("SELECT COUNT(*) FROM reconciliation_entry"));
        Assert.Equal(0, gateway.Database.Number("SELECT COUNT(*) FROM reconciliation_run"));
    }

    [DatabaseFact]
    public async Task Reconcile_WrongEntries_AreAllNamedAndNothingStays()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var made = await SettleAsync(gateway, 2);
        var parts = PostLists.Of(made[0].BusinessDate, made, close: true);
        parts[0].Header.ForceCloseReason = "x";
        parts[0].Header.ForceClose = true;
        parts[1].Entries.Entries[1].SettlementNumber = "123";
        parts[1].Entries.Entries[1].Amount.CurrencyCode = "USD";

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            () => PostLists.SendAsync(gateway.Connect("head-office"), parts));

        Assert.Equal(
            ["entries[1].amount.currency_code", "entries[1].settlement_number", "header.force_close_reason"],
            refused.FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
        Assert.Equal(0, gateway.Database.Number("SELECT COUNT(*) FROM reconciliation_entry"));
        Assert.Equal("", await SettleReasonAsync(gateway));
    }

    [DatabaseFact]
    public async Task Reconcile_NoHeaderOrNothingAtAll_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect("head-office");
        var parts = PostLists.Of(new Google.Type.Date { Year = 2026, Month = 1, Day = 1 }, [], close: false);

        var nothing = await Assert.ThrowsAsync<GatewayRefusedException>(() => PostLists.SendAsync(client, []));
        var future = parts[0].Clone();
        future.Header.BusinessDate.Year = 2999;
        var later = await Assert.ThrowsAsync<GatewayRefusedException>(() => PostLists.SendAsync(client, [future]));

        Assert.Contains("header", nothing.FieldViolations.Select(violation => violation.Field));
        Assert.Equal(["header.business_date"], later.FieldViolations.Select(violation => violation.Field));
    }

    [DatabaseFact]
    public async Task Reconcile_WhileCountersSettle_ClosesOnlyWhatWasCompared()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var made = await SettleAsync(gateway, 1);
        using var stop = new CancellationTokenSource();
        var counter = Task.Run(() => SettleAndReverseAsync(gateway, stop.Token));
        var head = gateway.Connect("head-office");
        var isClosed = false;
        for (var round = 0; round < 200 && !isClosed; round++)
        {
            var standing = await head.Settlements.ListSettlementsAsync(
                new ListSettlementsRequest { BusinessDate = made[0].BusinessDate, PageSize = 500 });
            var parts = PostLists.Of(made[0].BusinessDate, standing.Settlements
                .Where(settlement => settlement.ReverseTime is null)
                .Select(settlement => new Settlement
                {
                    SettlementNumber = settlement.SettlementNumber,
                    Total = settlement.Total,
                }), close: true);
            isClosed = (await PostLists.SendAsync(head, parts)).Closed;
            if (isClosed)
                Assert.Equal(parts[1].Entries.Entries.Count, gateway.Database.Number(
                    "SELECT COUNT(*) FROM settlement s WHERE s.business_date = @p0 AND NOT EXISTS "
                    + "(SELECT 1 FROM settlement_reversal r WHERE r.settlement_id = s.id)",
                    PostLists.DateOf(made[0].BusinessDate)));
        }

        await stop.CancelAsync();
        await counter;
        Assert.True(isClosed);
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    private static async Task SettleAndReverseAsync(TestGateway gateway, CancellationToken stop)
    {
        var client = gateway.Connect();
        var fine = (await Some.OutstandingAsync(client))[0];
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var settled = await client.Settlements.SettleFinesAsync(
                    Some.Settlement(Some.Debtor(), fine), cancellationToken: CancellationToken.None);
                await client.Settlements.ReverseSettlementAsync(
                    Some.Reversal(settled.Settlement), cancellationToken: CancellationToken.None);
            }
        }
        catch (GatewayRefusedException refused) when (refused.Reason == "BUSINESS_DAY_CLOSED")
        {
            // The day was closed in between.
        }
    }

    private static async Task<List<Settlement>> SettleAsync(TestGateway gateway, int count)
    {
        var client = gateway.Connect();
        var made = new List<Settlement>();
        foreach (var fine in (await Some.OutstandingAsync(client)).Take(count))
        {
            var answer = await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fine));
            made.Add(answer.Settlement);
        }

        return made;
    }

    // Of another vehicle, so that it changes nothing of the list.
    private static async Task<string> SettleReasonAsync(TestGateway gateway)
    {
        var client = gateway.Connect();
        var subject = Some.Plate("", "15948");
        subject.VehiclePlate.GovernorateCode = "21";
        var fines = await Some.OutstandingAsync(client, subject);
        try
        {
            await client.Settlements.SettleFinesAsync(Some.Settlement(subject, fines));
            return "";
        }
        catch (GatewayRefusedException refused)
        {
            return refused.Reason;
        }
    }
}

public sealed class SqliteReconciliationTests() : ReconciliationTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerReconciliationTests() : ReconciliationTests(TestDialect.SqlServer);
