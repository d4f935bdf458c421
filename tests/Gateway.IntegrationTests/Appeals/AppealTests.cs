using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Appeals;

public abstract class AppealTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Submit_Whole_PutsEveryOutstandingFineUnderAppeal()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var before = await client.Fines.InquireFinesAsync(Some.Inquiry());

        var answer = await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole());

        var after = await client.Fines.InquireFinesAsync(Some.Inquiry());
        var found = (await client.Appeals.GetAppealAsync(SomeAppeal.Get(answer.Appeal.AppealNumber))).Appeal;
        Assert.Equal(SomeAppeal.Pounds(25), before.AppealFee);
        Assert.Equal(5, answer.Appeal.Items.Count);
        Assert.All(answer.Appeal.Items, item => Assert.Equal(item.Amount, item.ContestedAmount));
        Assert.All(after.Fines, fine => Assert.Equal(FineStatus.UnderAppeal, fine.Status));
        Assert.Equal(before.OutstandingTotal, after.UnderAppealTotal);
        Assert.Equal(AppealStage.Submitted, found.Stage);
        Assert.Equal("+201012345678", found.Appellant.MobileNumber);
        var first = Assert.Single(found.Events);
        Assert.Equal((1, AppealStage.Submitted, ""), (first.Sequence, first.Stage, first.Actor));
        Assert.Equal(found.SubmitTime.ToDateTimeOffset().AddHours(72), found.DueTime.ToDateTimeOffset());
        Assert.Equal("Receipt for an appeal", answer.Receipt.En.Title);
        Assert.Contains(answer.Receipt.Ar.Lines, line => line.Value == found.AppealNumber);
    }

    [DatabaseFact]
    public async Task Submit_SameRequestAgain_GivesTheSameBytesAlsoOnceTheAppealHasMoved()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var request = SomeAppeal.Whole();
        var first = await client.Appeals.SubmitAppealAsync(request);
        await client.Appeals.WithdrawAppealAsync(SomeAppeal.Withdrawal(first.Appeal));

        var again = await client.Appeals.SubmitAppealAsync(request);

        Assert.Equal(first.ToByteString(), again.ToByteString());
    }

    [DatabaseFact]
    public async Task Submit_OfAFineUnderAppeal_IsRefusedAndNamesIt()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        await client.Appeals.SubmitAppealAsync(SomeAppeal.Partial(null, fines[1].FineNumber));

        var refused = await Refused.ByAsync(client.Appeals.SubmitAppealAsync(
            SomeAppeal.Partial(null, fines[0].FineNumber, fines[1].FineNumber)));

        Assert.Equal("FINE_NOT_APPEALABLE", refused.Reason);
        Assert.Equal(fines[1].FineNumber, Assert.Single(refused.PreconditionViolations).Subject);
        Assert.Equal(4, (await Some.OutstandingAsync(client)).Count);
    }

    [DatabaseFact]
    public async Task Submit_TenCallersAtOnceForOneFine_OneAppealIsMade()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fine = (await Some.OutstandingAsync(client))[0].FineNumber;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            try
            {
                await client.Appeals.SubmitAppealAsync(SomeAppeal.Partial(null, fine));
                return "";
            }
            catch (Client.GatewayRefusedException refused)
            {
                return refused.Reason;
            }
        })));

        Assert.Single(outcomes, outcome => outcome.Length == 0);
        Assert.Equal(9, outcomes.Count(outcome => outcome == "FINE_NOT_APPEALABLE"));
    }

    [DatabaseFact]
    public async Task Settle_AFineUnderAppeal_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fine = (await Some.OutstandingAsync(client))[0];
        await client.Appeals.SubmitAppealAsync(SomeAppeal.Partial(null, fine.FineNumber));

        var refused = await Refused.ByAsync(client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fine)));

        Assert.Equal("FINE_NOT_OUTSTANDING", refused.Reason);
    }

    [DatabaseFact]
    public async Task Withdraw_PutsEachFineBackAsItWas()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines[0]));
        var before = await AllFinesAsync(client);
        var appeal = (await client.Appeals.SubmitAppealAsync(
            SomeAppeal.Partial(null, fines[0].FineNumber, fines[1].FineNumber))).Appeal;

        var answer = await client.Appeals.WithdrawAppealAsync(SomeAppeal.Withdrawal(appeal));

        Assert.Equal([true, false], appeal.Items.Select(item => item.Paid));
        Assert.Equal(AppealStage.Withdrawn, answer.Appeal.Stage);
        Assert.Equal([AppealStage.Submitted, AppealStage.Withdrawn], answer.Appeal.Events.Select(e => e.Stage));
        Assert.Equal(before, await AllFinesAsync(client));
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseFact]
    public async Task Withdraw_ByAnotherPerson_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        var request = SomeAppeal.Withdrawal(appeal);
        request.AppellantNationalId = SomeAppeal.OtherNationalId;

        var refused = await Refused.ByAsync(client.Appeals.WithdrawAppealAsync(request));

        Assert.Equal("PERSON_MISMATCH", refused.Reason);
    }

    [DatabaseFact]
    public async Task Get_AtAnotherBranch_NeedsTheAppellant()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var appeal = (await gateway.Connect().Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        var other = gateway.Connect("branch-00002");
        var request = SomeAppeal.Get(appeal.AppealNumber);
        request.Counter = Some.Counter("00002");

        var unnamed = await Refused.ByAsync(other.Appeals.GetAppealAsync(request));
        request.AppellantNationalId = SomeAppeal.OtherNationalId;
        var another = await Refused.ByAsync(other.Appeals.GetAppealAsync(request));
        request.AppellantNationalId = SomeAppeal.NationalId;
        var named = await other.Appeals.GetAppealAsync(request);

        Assert.Equal("APPEAL_UNKNOWN", unnamed.Reason);
        Assert.Equal("APPEAL_UNKNOWN", another.Reason);
        Assert.Equal(appeal.AppealNumber, named.Appeal.AppealNumber);
    }

    [DatabaseFact]
    public async Task List_ShowsABranchItsOwnAndAnAppellantAllOfHis()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        foreach (var fine in fines)
            await client.Appeals.SubmitAppealAsync(SomeAppeal.Partial(null, fine.FineNumber));
        var other = gateway.Connect("branch-00002");
        var request = new ListAppealsRequest { Counter = Some.Counter(), PageSize = 2 };

        var pages = new List<ListAppealsResponse>();
        do
        {
            pages.Add(await client.Appeals.ListAppealsAsync(request));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);
        var none = await other.Appeals.ListAppealsAsync(new ListAppealsRequest { Counter = Some.Counter("00002") });
        var his = await other.Appeals.ListAppealsAsync(new ListAppealsRequest
        {
            Counter = Some.Counter("00002"),
            AppellantNationalId = SomeAppeal.NationalId,
        });

        Assert.Equal([2, 2, 1], pages.Select(page => page.Appeals.Count));
        Assert.Equal(5, pages.SelectMany(page => page.Appeals).Select(item => item.AppealNumber).Distinct().Count());
        Assert.Empty(none.Appeals);
        Assert.Equal(5, his.Appeals.Count);
    }

    private static async Task<IReadOnlyList<Fine>> AllFinesAsync(Client.GatewayClient client)
    {
        var request = Some.Inquiry();
        request.IncludeClosed = true;
        return [.. (await client.Fines.InquireFinesAsync(request)).Fines];
    }
}

public sealed class SqliteAppealTests() : AppealTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerAppealTests() : AppealTests(TestDialect.SqlServer);
