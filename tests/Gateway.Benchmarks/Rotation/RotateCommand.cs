using System.CommandLine;
using System.Globalization;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Rotation;

namespace Gateway.Benchmarks.Rotation;

/// <summary><c>rotate</c>: every kind of rotation while callers call, how long each takes, and what fails.</summary>
internal static class RotateCommand
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var connections = new Option<int>("--connections")
        {
            Description = "Connections that stay",
            DefaultValueFactory = _ => 300,
        };
        var newcomers = new Option<int>("--newcomers")
        {
            Description = "Callers that connect, call once and leave, at once",
            DefaultValueFactory = _ => 4,
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "Rotations of each kind, taken in turn",
            DefaultValueFactory = _ => 50,
        };
        var pause = new Option<double>("--pause")
        {
            Description = "Seconds that each caller waits between calls",
            DefaultValueFactory = _ => 0.3,
        };
        var command = new Command("rotate", "Rotations of each kind under load: time to use, calls that fail.")
        {
            connections, newcomers, rounds, pause,
        };
        command.SetAction(async (parsed, _) => await RunAsync(
            parsed.GetValue(connections), parsed.GetValue(newcomers), parsed.GetValue(rounds),
            TimeSpan.FromSeconds(parsed.GetValue(pause))));
        return command;
    }

    private static async Task<int> RunAsync(int connections, int newcomers, int rounds, TimeSpan pause)
    {
        using var pki = new PkiFolder();
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings { More = pki.Settings });
        await using var callers = new CallersUnderRotation(gateway, connections, newcomers, pause);
        var times = KeyRotation.All.ToDictionary(kind => kind.Name, _ => new List<TimeSpan>());
        var start = TimeProvider.System.GetTimestamp();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var kind in KeyRotation.All)
            {
                var isInForce = kind.Bring(pki, round);
                times[kind.Name].Add(await gateway.UntilAsync(isInForce, kind.Name));
            }
        }

        var length = TimeProvider.System.GetElapsedTime(start);
        await callers.EndAsync();
        Report(times, callers, connections, length);
        var isGood = callers.Failures.Count == 0 && callers.Answers == callers.Verified
            && times.Values.All(kind => kind.Max() <= Allowed);
        return isGood ? 0 : 1;
    }

    private static void Report(
        Dictionary<string, List<TimeSpan>> times, CallersUnderRotation callers, int connections, TimeSpan length)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{connections} connections that stay, {callers.Connections:N0} opened in all, {length.TotalSeconds:F0} s"));
        Console.WriteLine($"\n{"kind",-20}{"rotations",10}{"median ms",12}{"worst ms",12}");
        foreach (var (kind, taken) in times)
        {
            var sorted = taken.Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind,-20}{sorted.Count,10}{sorted[sorted.Count / 2].TotalMilliseconds,12:F0}"
                + $"{sorted[^1].TotalMilliseconds,12:F0}"));
        }

        Console.WriteLine($"worst time from file change to use, at most {Allowed.TotalMilliseconds:F0} ms\n");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"answers {callers.Answers:N0}, verified {callers.Verified:N0}, failed {callers.Failures.Values.Sum():N0}"));
        foreach (var (failure, count) in callers.Failures)
            Console.WriteLine($"  {count} x {failure}");
    }
}
