using System.CommandLine;

namespace Gateway.Benchmarks.Clearances;

/// <summary>Settings of a run.</summary>
internal sealed record ClearanceSettings(
    int Connections, int Tellers, int Certificates, int Rounds, int Fines, int Checks, int Pages);

/// <summary><c>clearance</c>: what it takes to issue, check and print a certificate.</summary>
internal static class ClearanceCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var connections = Number("--connections", "TLS connections", 4);
        var tellers = Number("--tellers", "Tellers on each connection, who ask one thing after another", 8);
        var certificates = Number("--certificates", "Certificates in a round", 1_000);
        var rounds = Number("--rounds", "Rounds", 5);
        var fines = Number("--fines", "Fines in the database", 200_000);
        var checks = Number("--checks", "Checks of a code in a slice", 2_000);
        var pages = Number("--pages", "Pages over which memory is watched", 10_000);
        var command = new Command(
            "clearance", "Certificates: issued over mutual TLS, checked without a network, printed as PDF.")
        {
            connections, tellers, certificates, rounds, fines, checks, pages,
        };
        command.SetAction(async (parsed, _) => await RunAsync(new ClearanceSettings(
            parsed.GetValue(connections),
            parsed.GetValue(tellers),
            parsed.GetValue(certificates),
            parsed.GetValue(rounds),
            parsed.GetValue(fines),
            parsed.GetValue(checks),
            parsed.GetValue(pages))));
        return command;
    }

    private static Option<int> Number(string name, string description, int value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static async Task RunAsync(ClearanceSettings settings)
    {
        await IssueRates.MeasureAsync(settings, Console.Out);
        CheckTimes.Measure(settings, Console.Out);
        PageTimes.Measure(Console.Out);
        PageMemory.Measure(settings.Pages, Console.Out);
    }
}
