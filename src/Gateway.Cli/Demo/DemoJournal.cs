using System.Text.Json.Nodes;
using Gateway.Cli.Invocation;
using Spectre.Console;

namespace Gateway.Cli.Demo;

/// <summary>Tells of each step what was seen, and of the first that was not as it should be, why.</summary>
internal sealed class DemoJournal(Terminal terminal)
{
    private readonly JsonArray _steps = [];
    private string _current = "";

    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; private set; } = ExitCodes.Ok;

    /// <summary>Takes one step.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="step">Does it, and returns what was seen, in one or more lines; throws if that is not as it should
    /// be.</param>
    public async Task StepAsync(string title, Func<Task<string>> step)
    {
        _current = title;
        var seen = await step();
        _steps.Add(new JsonObject { ["step"] = title, ["seen"] = seen });
        if (!terminal.IsJson)
        {
            terminal.Out.MarkupLine($"[green]✓[/] {title.EscapeMarkup()}");
            foreach (var line in seen.Split('\n'))
                terminal.Out.MarkupLine($"  [dim]{line.EscapeMarkup()}[/]");
        }
    }

    /// <summary>Takes all steps, up to the first that fails.</summary>
    /// <returns>Whether all were as they should be.</returns>
    public async Task<bool> RunAsync(Func<CancellationToken, Task> walk, CancellationToken stop)
    {
        Failure? failure = null;
        try
        {
            await walk(stop);
        }
        catch (DemoException e)
        {
            failure = new Failure(ExitCodes.Refused, "demo", e.Message);
        }
        catch (Exception e) when (Failure.IsExpected(e))
        {
            failure = Failure.From(e);
        }

        Tell(failure);
        return failure is null;
    }

    private void Tell(Failure? failure)
    {
        ExitCode = failure?.ExitCode ?? ExitCodes.Ok;
        if (terminal.IsJson)
        {
            var document = failure?.ToJson() ?? [];
            document["ok"] = failure is null;
            document["steps"] = _steps;
            if (failure is not null)
                document["stoppedAt"] = _current;
            terminal.WriteJson(document);
        }
        else if (failure is null)
        {
            terminal.Out.MarkupLine(
                $"[bold]All {_steps.Count} steps are as they should be.[/] Every signature was verified.");
        }
        else
        {
            terminal.Out.MarkupLine($"[red]✗[/] {_current.EscapeMarkup()}");
            failure.Print(terminal);
        }
    }
}
