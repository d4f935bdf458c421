using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Testing.Gateways;
using Gateway.Testing.Logs;
using Gateway.Testing.Pki;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Benchmarks.Logs;

/// <summary>
/// <c>log</c>: the evidence log alone, without gRPC: appends a second, proofs and start with many entries, and what an
/// answer takes on disk.
/// </summary>
internal static class LogCommand
{
    private const string Name = "traffic-gateway.benchmark/gw-1";
    private const string Origin = $"{Name}/00000000";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var appends = new Option<int>("--appends")
        {
            Description = "Answers that are sealed",
            DefaultValueFactory = _ => 300_000,
        };
        var entries = new Option<long>("--entries")
        {
            Description = "Size of the log for proofs and start",
            DefaultValueFactory = _ => 10_000_000,
        };
        var proofs = new Option<int>("--proofs")
        {
            Description = "Proofs of each kind",
            DefaultValueFactory = _ => 20_000,
        };
        var command = new Command("log", "The evidence log: appends a second, proofs, start, bytes on disk.")
        {
            appends, entries, proofs,
        };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(appends), parsed.GetValue(entries), parsed.GetValue(proofs)));
        return command;
    }

    private static async Task RunAsync(int appends, long entries, int proofs)
    {
        var directory = TestFolders.Create();
        try
        {
            using var signer = new CertificateBatchSigner(TestPki.Shared.KeyPair("signing"), []);
            var append = new AppendRun(Path.Combine(directory, "appends"), Name, signer);
            await append.RunAsync(appends);
            append.Write(Console.Out);
            RunLarge(Path.Combine(directory, "large"), entries, proofs, signer);
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    private static void RunLarge(string directory, long entries, int proofs, CertificateBatchSigner signer)
    {
        Directory.CreateDirectory(directory);
        var filled = Time(() => FilledLog.Write(
            directory, Origin, entries, signer, TimeProvider.System.GetUtcNow()));
        var upgraded = Time(() => Open(directory, signer));
        var started = Time(() => Open(directory, signer));
        using var log = EvidenceLogReader.Open(directory);
        var run = new ProofRun(log, new Random(1));
        run.Inclusion(proofs / 10);
        var (inclusion, verification) = run.Inclusion(proofs);
        var consistency = run.Consistency(proofs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            {log.Size:N0} entries, without statements (written in {filled.TotalSeconds:F0} s, nodes in {upgraded.TotalSeconds:F0} s)
            start                                  {started.TotalSeconds,10:F3} s    (to stay below 3)
            {"",-38} {"p50 us",10} {"p99 us",10} {"CPU us",10}
            {Line("inclusion proof, random entry", inclusion)}   (p50 to stay below 50)
            {Line("  its verification, for reference", verification)}
            {Line("consistency proof, random older size", consistency)}   (p50 to stay below 50)
            """));
    }

    private static string Line(string what, ProofTimes times) => string.Create(
        CultureInfo.InvariantCulture, $"{what,-38} {times.Median,10:F1} {times.P99,10:F1} {times.Processor,10:F1}");

    private static void Open(string directory, CertificateBatchSigner signer)
    {
        var options = new EvidenceLogOptions { Directory = directory, Name = Name };
        var log = EvidenceLog.EvidenceLog.Open(options, signer, [], TimeProvider.System, NullLogger.Instance);
        log.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static TimeSpan Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }
}
