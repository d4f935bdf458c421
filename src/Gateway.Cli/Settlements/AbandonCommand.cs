using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Settlements;

/// <summary><c>settlements abandon</c>: what became of a request, and where nothing did, that nothing will.</summary>
internal static class AbandonCommand
{
    public static Command Create(CommandRunner runner)
    {
        var requestId = new Argument<string>("REQUEST-ID") { Description = "Id of the request to settle, a UUID." };
        var command = new Command(
            "abandon", "Before money goes back: show what a request made, or forbid it for ever.")
        {
            requestId,
        };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = new AbandonSettlementRequest
            {
                RequestId = parsed.GetRequiredValue(requestId),
                Counter = session.Counter,
            };
            return SettlementOutcomeText.Of(await session.Client.AbandonAsync(request, stop));
        });
        return command;
    }
}
