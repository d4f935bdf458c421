using System.CommandLine;
using Gateway.Cli.Appeals;
using Gateway.Cli.Certificates;
using Gateway.Cli.Clearances;
using Gateway.Cli.Database;
using Gateway.Cli.Demo;
using Gateway.Cli.Evidence;
using Gateway.Cli.Fines;
using Gateway.Cli.Refunds;
using Gateway.Cli.Review;
using Gateway.Cli.Settlements;
using Gateway.Cli.Sms;

namespace Gateway.Cli.Invocation;

/// <summary>The program <c>trafficgw</c>.</summary>
internal static class TrafficGateway
{
    private const string About =
        "Calls the traffic fines gateway as a post-office counter does, and verifies every answer.";

    /// <summary>Runs one command line. Never throws; what goes wrong is printed and told by the exit code.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, CliEnvironment environment, CancellationToken stop = default)
    {
        var options = new GlobalOptions();
        var parsed = Create(options, environment).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            var terminal = new Terminal(environment, isJson: arguments.Contains(options.Json.Name));
            var faults = string.Join(' ', parsed.Errors.Select(error => error.Message));
            Failure.From(new UsageException($"{faults} See --help.")).Print(terminal);
            return ExitCodes.Usage;
        }

        var invocation = new InvocationConfiguration
        {
            Output = environment.Out,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
        };
        return await parsed.InvokeAsync(invocation, stop);
    }

    private static RootCommand Create(GlobalOptions options, CliEnvironment environment)
    {
        var runner = new CommandRunner(options, environment);
        var root = new RootCommand($"{About}\n\n{ExitCodes.Help}")
        {
            FinesCommands.Create(runner),
            SettlementCommands.Create(runner),
            AppealCommands.Create(runner),
            RefundCommands.Create(runner),
            ReviewCommands.Create(runner),
            ClearanceCommands.Create(runner),
            CertificateCommands.Create(runner),
            EvidenceCommands.Create(runner),
            DatabaseCommands.Create(runner),
            SmsCommands.Create(runner),
            DemoCommand.Create(runner),
        };
        options.AddTo(root);
        return root;
    }
}
