using Spectre.Console;

namespace Gateway.Cli.Invocation;

/// <summary>A failure for people.</summary>
internal static class FailureText
{
    public static void Print(Failure failure, Terminal terminal)
    {
        var console = terminal.Error;
        console.MarkupLine($"[red]✗[/] {failure.Message.EscapeMarkup()}");
        if (failure.Refusal is not { } refusal)
            return;

        console.MarkupLine($"  Reason {refusal.Reason.EscapeMarkup()} ({refusal.StatusCode})");
        foreach (var violation in refusal.FieldViolations)
            console.MarkupLine($"  - {violation.Field.EscapeMarkup()}: {violation.Description.EscapeMarkup()}");
        foreach (var violation in refusal.PreconditionViolations)
            console.MarkupLine($"  - {violation.Subject.EscapeMarkup()}: {violation.Description.EscapeMarkup()}");
        if (refusal.Values.TryGetValue("unpaid_count", out var count)
            && refusal.Values.TryGetValue("unpaid_total", out var total))
        {
            console.MarkupLine(
                $"  Outstanding: {count.EscapeMarkup()}, [bold]{total.EscapeMarkup()} EGP[/] · المستحق");
        }

        if (refusal.RetryDelay is { } delay)
            console.MarkupLine($"  Try again in {delay.TotalSeconds:0.#} s.");
        EvidenceSummary.Print(console, refusal.Evidence);
    }
}
