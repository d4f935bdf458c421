using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Reviews;

/// <summary>Every stage, with every command, by every role: 6 x 7 x 5.</summary>
public abstract class StageMachineTests(TestDialect dialect)
{
    private static readonly string[] Roles = ["branch-00001", "hub", "head-office", "reviewer", "auditor"];

    private static readonly AppealStage[] Stages =
    [
        AppealStage.Submitted, AppealStage.Received, AppealStage.UnderReview, AppealStage.DocumentsRequested,
        AppealStage.Decided, AppealStage.Withdrawn,
    ];

    // What each command needs: who may give it, and from which stages.
    private static readonly Dictionary<string, (string[] Roles, AppealStage[] From)> Commands = new()
    {
        ["receive"] = (["reviewer"], [AppealStage.Submitted]),
        ["review"] = (["reviewer"], [AppealStage.Received, AppealStage.DocumentsRequested]),
        ["request"] = (["reviewer"], [AppealStage.UnderReview]),
        ["decide"] = (["reviewer"], [AppealStage.UnderReview]),
        ["withdraw"] = (["branch-00001", "hub"], Stages[..4]),
        ["attach"] = (["branch-00001", "hub"], Stages[..4]),
        ["get"] = (["branch-00001", "hub", "head-office", "reviewer"], Stages),
    };

    public static TheoryData<AppealStage, string> EveryStageAndRole()
    {
        var data = new TheoryData<AppealStage, string>();
        foreach (var stage in Stages)
        {
            foreach (var role in Roles)
                data.Add(stage, role);
        }
        return data;
    }

    [DatabaseTheory]
    [MemberData(nameof(EveryStageAndRole))]
    public async Task Command_AtStageByRole_IsAllowedOrRefusedWithItsReason(AppealStage stage, string role)
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (counter, reviewer, client) = (gateway.Connect(), gateway.Connect("reviewer"), gateway.Connect(role));
        var fines = await Some.OutstandingAsync(counter);
        var seen = new Dictionary<string, string>();
        var expected = new Dictionary<string, string>();

        // The vehicle has five fines: an appeal is given back to the counter once it has ended.
        foreach (var (command, (roles, from)) in Commands)
        {
            var appeal = await SomeAppeal.AtAsync(
                stage, counter, reviewer, SomeAppeal.Partial(null, fines[0].FineNumber));
            seen[command] = await GiveAsync(client, command, appeal);
            expected[command] = !roles.Contains(role) ? "ROLE_NOT_ALLOWED"
                : from.Contains(stage) ? "" : "APPEAL_STAGE_CONFLICT";
            await EndAsync(counter, appeal.AppealNumber);
        }

        Assert.Equal(expected, seen);
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseTheory]
    [InlineData(AppealStage.Submitted, AppealStage.UnderReview)]
    [InlineData(AppealStage.Submitted, AppealStage.DocumentsRequested)]
    [InlineData(AppealStage.UnderReview, AppealStage.Received)]
    [InlineData(AppealStage.DocumentsRequested, AppealStage.Received)]
    [InlineData(AppealStage.Decided, AppealStage.UnderReview)]
    [InlineData(AppealStage.Withdrawn, AppealStage.Received)]
    public async Task Advance_BesideTheWay_IsRefusedAndNamesTheStage(AppealStage from, AppealStage to)
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (counter, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var appeal = await SomeAppeal.AtAsync(from, counter, reviewer);
        appeal = (await reviewer.Appeals.GetAppealAsync(
            new GetAppealRequest { AppealNumber = appeal.AppealNumber })).Appeal;

        var refused = await Refused.ByAsync(reviewer.Reviews.AdvanceAppealAsync(SomeAppeal.Advance(appeal, to)));

        Assert.Equal("APPEAL_STAGE_CONFLICT", refused.Reason);
        Assert.Equal(appeal.AppealNumber, Assert.Single(refused.PreconditionViolations).Subject);
    }

    private static async Task<string> GiveAsync(GatewayClient client, string command, Appeal appeal)
    {
        try
        {
            await (command switch
            {
                "receive" => client.Reviews.AdvanceAppealAsync(
                    SomeAppeal.Advance(appeal, AppealStage.Received)).ResponseAsync,
                "review" => client.Reviews.AdvanceAppealAsync(
                    SomeAppeal.Advance(appeal, AppealStage.UnderReview)).ResponseAsync,
                "request" => client.Reviews.AdvanceAppealAsync(
                    SomeAppeal.Advance(appeal, AppealStage.DocumentsRequested)).ResponseAsync,
                "decide" => client.Reviews.DecideAppealAsync(SomeAppeal.Decide(appeal)).ResponseAsync,
                "withdraw" => client.Appeals.WithdrawAppealAsync(SomeAppeal.Withdrawal(appeal)).ResponseAsync,
                "attach" => client.Appeals.AddAppealDocumentAsync(SomeAppeal.Document(appeal)).ResponseAsync,
                "get" => (Task)client.Appeals.GetAppealAsync(SomeAppeal.Get(appeal.AppealNumber)).ResponseAsync,
                _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
            });
            return "";
        }
        catch (GatewayRefusedException refused)
        {
            return refused.Reason;
        }
    }

    private static async Task EndAsync(GatewayClient counter, string appealNumber)
    {
        var appeal = (await counter.Appeals.GetAppealAsync(SomeAppeal.Get(appealNumber))).Appeal;
        if (appeal.Stage is not (AppealStage.Decided or AppealStage.Withdrawn))
            await counter.Appeals.WithdrawAppealAsync(SomeAppeal.Withdrawal(appeal));
    }
}

public sealed class SqliteStageMachineTests() : StageMachineTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerStageMachineTests() : StageMachineTests(TestDialect.SqlServer);
