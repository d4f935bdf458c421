using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Saving;

namespace Gateway.Cli.Invocation;

/// <summary>
/// Runs a command's body, prints what it has to show or what went wrong, keeps the evidence, and tells the exit code.
/// </summary>
internal sealed class CommandRunner(GlobalOptions options, CliEnvironment environment)
{
    /// <summary>The environment of the process.</summary>
    public CliEnvironment Environment => environment;

    /// <summary>Options that every command takes.</summary>
    public GlobalOptions Options => options;

    /// <summary>Gives a command a body that calls the gateway.</summary>
    /// <param name="command">The command.</param>
    /// <param name="body">Its body.</param>
    /// <param name="caller">The sample caller that it calls as where nobody is named.</param>
    public void Calls(
        Command command,
        Func<GatewaySession, ParseResult, CancellationToken, Task<CommandOutput>> body,
        string caller = SampleCaller.Branch) =>
        Runs(command, async (terminal, parsed, stop) =>
        {
            using var session = GatewaySession.Open(options, parsed, terminal, environment, caller);
            try
            {
                var output = await body(session, parsed, stop);
                if (terminal.IsJson)
                {
                    terminal.WriteJson(AnswerJson.Of(output.Response, [.. session.Answers]));
                }
                else
                {
                    output.Print(terminal);
                    EvidenceSummary.Print(terminal, session.Answers[^1].Evidence);
                }

                return output.ExitCode;
            }
            finally
            {
                Save(parsed, session);
            }
        });

    /// <summary>Gives a command a body that calls the gateway, prints for itself, and chooses its exit code.</summary>
    public void CallsAndPrints(Command command, Func<GatewaySession, CancellationToken, Task<int>> body) =>
        Runs(command, async (terminal, parsed, stop) =>
        {
            using var session = GatewaySession.Open(options, parsed, terminal, environment, SampleCaller.Branch);
            try
            {
                return await body(session, stop);
            }
            finally
            {
                Save(parsed, session);
            }
        });

    /// <summary>Gives a command a body that needs no gateway.</summary>
    public void Runs(Command command, Func<Terminal, ParseResult, CancellationToken, Task<int>> body) =>
        command.SetAction(async (parsed, stop) =>
        {
            var terminal = new Terminal(environment, parsed.GetValue(options.Json));
            try
            {
                return await body(terminal, parsed, stop);
            }
            catch (Exception e) when (Failure.IsExpected(e))
            {
                var failure = Failure.From(e);
                failure.Print(terminal);
                return failure.ExitCode;
            }
        });

    /// <summary>Keeps the evidence where the user wants it kept.</summary>
    public void Save(ParseResult parsed, GatewaySession session)
    {
        if (parsed.GetValue(options.Save) is { } folder)
            AnswerFolder.Write(Path.GetFullPath(folder, environment.WorkingDirectory), [.. session.Answers]);
    }
}
