using Google.Protobuf;

namespace Gateway.Cli.Invocation;

/// <summary>What a command that called the gateway has to show.</summary>
/// <param name="Response">For <c>--json</c>.</param>
/// <param name="Print">For people.</param>
/// <param name="ExitCode">What the command ends with.</param>
internal sealed record CommandOutput(IMessage Response, Action<Terminal> Print, int ExitCode = ExitCodes.Ok);
