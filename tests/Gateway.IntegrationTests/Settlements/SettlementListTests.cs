using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Settlements;

public abstract class SettlementListTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task List_DayOfTwoBranches_EachSeesItsOwnAndHeadOfficeAll()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        var mine = await SettleAsync(gateway, "branch-00001", "00001", fines[0]);
        var taken = await SettleAsync(gateway, "branch-00001", "00001", fines[1]);
        var others = await SettleAsync(gateway, "branch-00002", "00002", fines[2]);
        await client.Settlements.ReverseSettlementAsync(Some.Reversal(taken));

        var own = await client.Settlements.ListSettlementsAsync(Some.SettlementList(mine.BusinessDate));
        var all = await gateway.Connect("head-office").Settlements.ListSettlementsAsync(
            new ListSettlementsRequest { BusinessDate = mine.BusinessDate });
        var second = await gateway.Connect("head-office").Settlements.ListSettlementsAsync(
            new ListSettlementsRequest { BusinessDate = mine.BusinessDate, BranchCode = "00002" });

        Assert.Equal([mine.SettlementNumber, taken.SettlementNumber], Numbers(own));
        Assert.Equal((1, 1), (own.SettledCount, own.ReversedCount));
        Assert.Equal((mine.Total, taken.Total), (own.SettledTotal, own.ReversedTotal));
        Assert.NotNull(own.Settlements[1].ReverseTime);
        Assert.False(own.Closed);
        Assert.Equal([mine.SettlementNumber, taken.SettlementNumber, others.SettlementNumber], Numbers(all));
        Assert.Equal([others.SettlementNumber], Numbers(second));
    }

    [DatabaseFact]
    public async Task List_PageByPage_GivesEachSettlementOnce()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var fines = await Some.OutstandingAsync(gateway.Connect());
        var made = new List<Settlement>();
        for (var i = 0; i < 5; i++)
        {
            var branch = i % 2 == 0 ? "00001" : "00002";
            made.Add(await SettleAsync(gateway, "branch-" + branch, branch, fines[i]));
        }

        var client = gateway.Connect("head-office");
        var seen = new List<string>();
        var request = new ListSettlementsRequest { BusinessDate = made[0].BusinessDate, PageSize = 2 };
        do
        {
            var page = await client.Settlements.ListSettlementsAsync(request);
            seen.AddRange(Numbers(page));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        var expected = made.OrderBy(settlement => settlement.Counter.BranchCode, StringComparer.Ordinal)
            .Select(settlement => settlement.SettlementNumber);
        Assert.Equal(expected, seen);
    }

    [DatabaseFact]
    public async Task List_OfAnotherBranch_IsRefusedToABranch()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var request = Some.SettlementList(new Google.Type.Date { Year = 2026, Month = 1, Day = 1 });
        request.BranchCode = "00002";

        var refused = await Refused.ByAsync(gateway.Connect().Settlements.ListSettlementsAsync(request));

        Assert.Equal("BRANCH_MISMATCH", refused.Reason);
    }

    [DatabaseTheory]
    [InlineData(2026, 2, 29, 0, "", "business_date")]
    [InlineData(2026, 13, 1, 0, "", "business_date")]
    [InlineData(2026, 1, 1, 501, "", "page_size")]
    [InlineData(2026, 1, 1, 0, "bm9wZQ", "page_token")]
    public async Task List_WrongField_IsNamed(int year, int month, int day, int size, string token, string field)
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var request = Some.SettlementList(new Google.Type.Date { Year = year, Month = month, Day = day });
        request.PageSize = size;
        request.PageToken = token;

        var refused = await Refused.ByAsync(gateway.Connect().Settlements.ListSettlementsAsync(request));

        Assert.Equal([field], refused.FieldViolations.Select(violation => violation.Field));
    }

    [DatabaseFact]
    public async Task List_TokenOfAnotherDay_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var fines = await Some.OutstandingAsync(gateway.Connect());
        var made = await SettleAsync(gateway, "branch-00001", "00001", fines[0]);
        await SettleAsync(gateway, "branch-00001", "00001", fines[1]);
        var request = Some.SettlementList(made.BusinessDate);
        request.PageSize = 1;
        var client = gateway.Connect();
        request.PageToken = (await client.Settlements.ListSettlementsAsync(request)).NextPageToken;
        request.BusinessDate = new Google.Type.Date { Year = 2026, Month = 1, Day = 1 };

        var refused = await Refused.ByAsync(client.Settlements.ListSettlementsAsync(request));

        Assert.Equal(["page_token"], refused.FieldViolations.Select(violation => violation.Field));
    }

    private static async Task<Settlement> SettleAsync(TestGateway gateway, string caller, string branch, Fine fine)
    {
        var request = Some.Settlement(Some.Debtor(), fine);
        request.Counter = Some.Counter(branch);
        return (await gateway.Connect(caller).Settlements.SettleFinesAsync(request)).Settlement;
    }

    private static IEnumerable<string> Numbers(ListSettlementsResponse page) =>
        page.Settlements.Select(settlement => settlement.SettlementNumber);
}

public sealed class SqliteSettlementListTests() : SettlementListTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerSettlementListTests() : SettlementListTests(TestDialect.SqlServer);
