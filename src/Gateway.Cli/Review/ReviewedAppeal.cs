using System.CommandLine;
using Gateway.Cli.Appeals;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Review;

/// <summary>
/// Which appeal a reviewer changes, and as the reviewer saw it: <c>NUMBER</c>, <c>--etag</c> and <c>--request-id</c>.
/// </summary>
internal sealed class ReviewedAppeal(string what)
{
    private readonly Argument<string> _number = AppealOptions.Number();

    private readonly Option<string> _etag = new("--etag")
    {
        Description = "The appeal's etag as you saw it, so that nothing is changed that you did not see. "
            + "Default: the one that it has now.",
        HelpName = "ETAG",
    };

    private readonly Option<string> _requestId =
        RequestIdOption.Create(what, "It goes with --etag: the request has to be the same. ");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_number);
        command.Options.Add(_etag);
        command.Options.Add(_requestId);
    }

    /// <summary>Reads the options, and asks the gateway for the etag where it is not given.</summary>
    /// <exception cref="UsageException">The options do not go together.</exception>
    public async Task<(string Number, string Etag, string RequestId)> ReadAsync(
        GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var number = parsed.GetValue(_number)!;
        var (etag, requestId) = (parsed.GetValue(_etag), parsed.GetValue(_requestId));
        if (requestId is not null && etag is null)
            throw new UsageException("--request-id goes with --etag: both were printed by the first try.");

        etag ??= await EtagAsync(session, number, stop);
        requestId ??= session.NewRequestId();
        session.Terminal.Note($"Appeal {number}, etag {etag}, request {requestId}");
        return (number, etag, requestId);
    }

    private static async Task<string> EtagAsync(GatewaySession session, string number, CancellationToken stop)
    {
        var request = new GetAppealRequest { AppealNumber = number, Counter = session.Counter };
        var answer = await session.Client.Appeals.GetAppealAsync(request, cancellationToken: stop);
        return answer.Appeal.Etag;
    }
}
