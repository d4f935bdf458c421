using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Cli.Settlements;
using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Reconciliation;

/// <summary><c>settlements reconcile</c>: holds the post's list of a day against the prosecution's.</summary>
internal sealed class ReconcileCommand
{
    private const int EntriesPerMessage = 1_000;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    private readonly DateOption _date = new();

    private readonly Option<string> _file = new("--file")
    {
        Description = "The post's list, CSV as a spreadsheet writes it, with the columns settlement_number and amount.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<bool> _close = new("--close")
    {
        Description = "Close the day where both lists agree.",
    };

    private readonly Option<string> _forceClose = new("--force-close")
    {
        Description = "Close the day even where they do not, for this reason.",
        HelpName = "REASON",
    };

    private readonly Option<string> _requestId = new("--request-id")
    {
        Description = "Id of this reconciliation; after an unknown outcome, give the same one again. Default: new.",
        HelpName = "UUID",
    };

    public static Command Create(CommandRunner runner)
    {
        var reconcile = new ReconcileCommand();
        var command = new Command("reconcile", "Hold the post's list of a business day against the prosecution's.")
        {
            reconcile._file, reconcile._date.Option, reconcile._close, reconcile._forceClose, reconcile._requestId,
        };
        runner.Calls(command, (session, parsed, stop) => reconcile.RunAsync(
            session, parsed, Path.GetFullPath(parsed.GetRequiredValue(reconcile._file),
                runner.Environment.WorkingDirectory), stop));
        return command;
    }

    private async Task<CommandOutput> RunAsync(
        GatewaySession session, ParseResult parsed, string path, CancellationToken stop)
    {
        var file = new PostListFile(path);
        var count = file.Check();
        var force = parsed.GetValue(_forceClose);
        var header = new ReconcileBusinessDayRequest
        {
            RequestId = parsed.GetValue(_requestId) ?? NewRequestId.Make(session.Time),
            Header = new ReconciliationHeader
            {
                BusinessDate = _date.Read(parsed, session.Time),
                Close = parsed.GetValue(_close) || force is not null,
                ForceClose = force is not null,
                ForceCloseReason = force ?? "",
            },
        };
        session.Terminal.Note(
            $"{count} entries of {TimeText.Of(header.Header.BusinessDate)}, request {header.RequestId}");
        var answer = await WithProgressAsync(
            session.Terminal, count, progress => SendAsync(session, header, file, progress, stop));
        return new CommandOutput(
            answer,
            terminal => ComparisonTable.Print(terminal, answer),
            answer.ExceptionCount == 0 ? ExitCodes.Ok : ExitCodes.ListsDiffer);
    }

    private static async Task<ReconcileBusinessDayResponse> SendAsync(
        GatewaySession session,
        ReconcileBusinessDayRequest header,
        PostListFile file,
        Action<long> progress,
        CancellationToken stop)
    {
        using var call = session.Client.Settlements.ReconcileBusinessDay(
            deadline: session.Time.GetUtcNow().UtcDateTime + Deadline, cancellationToken: stop);
        await call.RequestStream.WriteAsync(header, stop);
        long sent = 0;
        foreach (var chunk in file.Entries().Chunk(EntriesPerMessage))
        {
            await call.RequestStream.WriteAsync(
                new ReconcileBusinessDayRequest
                {
                    Entries = new ReconciliationEntries { Entries = { chunk.Select(ToWire) } },
                },
                stop);
            progress(sent += chunk.Length);
        }

        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    private static ReconciliationEntry ToWire(PostEntry entry) => new()
    {
        SettlementNumber = entry.SettlementNumber,
        Amount = new Google.Type.Money
        {
            CurrencyCode = "EGP",
            Units = entry.Amount.Piastres / 100,
            Nanos = (int)(entry.Amount.Piastres % 100) * 10_000_000,
        },
    };

    private static async Task<T> WithProgressAsync<T>(Terminal terminal, long count, Func<Action<long>, Task<T>> send)
    {
        if (terminal.IsJson || !terminal.IsTerminal)
            return await send(_ => { });

        return await terminal.Out.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Entries", maxValue: Math.Max(count, 1));
            return await send(sent => task.Value = sent);
        });
    }
}
