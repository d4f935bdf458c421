using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Spectre.Console;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary><c>evidence verify</c>: checks a bundle without a network, as whoever was handed it does.</summary>
internal sealed class VerifyCommand(CommandRunner runner)
{
    private readonly Argument<string> _folder = new("DIR") { Description = "Folder of 'evidence bundle'." };
    private readonly AuthorityRoots _authorities = new(runner.Environment.WorkingDirectory);

    public static Command Create(CommandRunner runner)
    {
        var verify = new VerifyCommand(runner);
        var command = new Command(
            "verify", "Check a bundle without a network: messages, statement, signatures, place in the log, time.")
        {
            verify._folder, verify._authorities.Option,
        };
        runner.Runs(command, verify.RunAsync);
        return command;
    }

    private Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        var here = runner.Environment.WorkingDirectory;
        var files = Read(Path.GetFullPath(parsed.GetValue(_folder)!, here));
        var report = new BundleCheck(
            files,
            Credentials.LoadSigningRoots(runner.Options, parsed, here),
            _authorities.Read(parsed) ?? [],
            runner.Environment.Time.GetUtcNow()).Run();
        if (terminal.IsJson)
            terminal.WriteJson(ToJson(report));
        else
            Print(terminal.Out, report);
        return Task.FromResult(report.IsProven ? ExitCodes.Ok : ExitCodes.EvidenceFailed);
    }

    private static Dictionary<string, byte[]> Read(string folder)
    {
        if (!File.Exists(Path.Combine(folder, BundleFiles.Statement)))
            throw new UsageException($"'{folder}' is not a bundle: it has no {BundleFiles.Statement}.");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'),
            File.ReadAllBytes,
            StringComparer.Ordinal);
    }

    private static void Print(IAnsiConsole console, BundleReport report)
    {
        foreach (var finding in report.Findings)
        {
            console.Markup(finding.Outcome switch
            {
                BundleOutcome.Good => "[green]✓[/] ",
                BundleOutcome.Bad => "[red]✗[/] ",
                _ => "[yellow]–[/] ",
            });
            console.WriteLine($"{finding.Check}: {finding.Text}");
        }

        console.WriteLine();
        if (!report.IsProven || report.Statement is not { } statement)
        {
            console.MarkupLine("[bold red]NOT PROVEN[/] · [bold red]غير مثبت[/]");
            return;
        }

        var status = $"{(Grpc.Core.StatusCode)statement.StatusCode} {statement.StatusMessage}".TrimEnd();
        console.MarkupLine("[bold green]PROVEN[/] · [bold green]مثبت[/]");
        new Sheet()
            .Add("Method", statement.Method, "الخدمة")
            .Add("Asked by", statement.Caller, "الطالب")
            .Add("Status", status, "الحالة")
            .Add("Complete", TimeText.Of(statement.CompleteTime), "اكتمل في")
            .Add("In the log by", report.StampTime is { } time ? TimeText.Of(time) : "", "في السجل قبل")
            .Add(
                "Counts until",
                report.ValidUntil is { } until ? $"{TimeText.Of(until)}, for want of a time stamp" : "",
                "صالح حتى")
            .Print(console);
    }

    private static JsonObject ToJson(BundleReport report) => new()
    {
        ["proven"] = report.IsProven,
        ["callId"] = report.Statement?.CallId.ToString(),
        ["method"] = report.Statement?.Method,
        ["caller"] = report.Statement?.Caller,
        ["statusCode"] = report.Statement?.StatusCode,
        ["completeTime"] = report.Statement is { } statement ? Time(statement.CompleteTime) : null,
        ["stampTime"] = report.StampTime is { } stamp ? Time(stamp) : null,
        ["validUntil"] = report.ValidUntil is { } until ? Time(until) : null,
        ["checks"] = new JsonArray([.. report.Findings.Select(finding => new JsonObject
        {
            ["check"] = finding.Check,
            ["outcome"] = finding.Outcome.ToString().ToLowerInvariant(),
            ["text"] = finding.Text,
        })]),
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);
}
