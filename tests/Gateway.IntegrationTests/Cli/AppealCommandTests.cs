using System.Text.Json.Nodes;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Cli;

/// <summary>Commands about appeals that are given again, as after an answer that got lost.</summary>
public sealed class AppealCommandTests
{
    private const string RequestId = "0b9f6f0e-6a53-4a0c-9f3a-6d6d3f5d9f11";

    [Fact]
    public async Task Submit_AgainWithItsRequestId_GivesTheSameAnswerAndOneAppeal()
    {
        await using var gateway = await TestGateway.StartAsync();
        string[] submit =
        [
            "appeals", "submit", "--plate", "ق ب ل 1234", "--all", "--ground", "emergency", "--name", "Mona",
            "--national-id", SomeAppeal.NationalId, "--mobile", "01012345678", "--cash", "--request-id", RequestId,
        ];

        var first = await RunAsync(gateway, "branch-00001", submit);
        var again = await RunAsync(gateway, "branch-00001", submit);
        var list = await RunAsync(gateway, "branch-00001", "appeals", "list");

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Single(list["appeals"]!.AsArray());
    }

    [Fact]
    public async Task Advance_AgainWithItsEtagAndRequestId_GivesTheSameAnswer()
    {
        await using var gateway = await TestGateway.StartAsync();
        var appeal = (await gateway.Connect().Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        string[] advance =
        [
            "review", "advance", appeal.AppealNumber, "--to", "received",
            "--etag", appeal.Etag, "--request-id", RequestId,
        ];

        var first = await RunAsync(gateway, "reviewer", advance);
        var again = await RunAsync(gateway, "reviewer", advance);

        Assert.Equal("APPEAL_STAGE_RECEIVED", (string?)first["appeal"]!["stage"]);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
    }

    private static async Task<JsonNode> RunAsync(TestGateway gateway, string caller, params string[] arguments)
    {
        var run = await TrafficGw.RunAsync(gateway.Address, caller, [.. arguments, "--json"]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return JsonNode.Parse(run.Output)!["response"]!;
    }
}
