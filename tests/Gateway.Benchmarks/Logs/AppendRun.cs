using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Benchmarks.Logs;

/// <summary>Seals answers as fast as the log takes them, and looks at what they take on disk.</summary>
internal sealed class AppendRun(string directory, string name, IBatchSigner signer)
{
    private const int InFlight = 512;
    private const double Mebibyte = 1024 * 1024;
    private const double Million = 1_000_000;

    private static readonly AuditLine Audit =
        new("spiffe://post.gov.eg/branch/00001", "00001", "02", "T-17", "plate", "ابج1234", "FOUND");

    private int _count;
    private double _perSecond;
    private double _processor;
    private double _barePerSecond;
    private double _answersPerBatch;
    private double _bytes;
    private double _bytesAfterRetention;

    private string File => Path.Combine(directory, EvidenceLog.EvidenceLog.FileName);

    /// <summary>Does it.</summary>
    public async Task RunAsync(int count)
    {
        _count = count;
        var options = new EvidenceLogOptions { Directory = directory, Name = name };
        await using (var log = EvidenceLog.EvidenceLog.Open(
            options, signer, [], TimeProvider.System, NullLogger.Instance))
        {
            await SealAsync(log, count / 10);
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var start = Stopwatch.GetTimestamp();
            await SealAsync(log, count);
            _perSecond = count / Stopwatch.GetElapsedTime(start).TotalSeconds;
            process.Refresh();
            _processor = (process.TotalProcessorTime - before).TotalMicroseconds / count;
        }

        using (var log = EvidenceLogReader.Open(directory))
            _answersPerBatch = (double)log.Size / log.Batches().Count();
        _barePerSecond = Bare(count);
        (_bytes, _bytesAfterRetention) = MeasureDisk();
    }

    /// <summary>Writes the figures.</summary>
    public void Write(TextWriter output) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
        {_count:N0} answers sealed, {InFlight} at once, {_answersPerBatch:F1} to a signature, each group on disk
        appends a second                       {_perSecond,10:N0}      (to reach 20,000), {_processor:F1} us of a processor each
          the same rows in a bare table        {_barePerSecond,10:N0}      unsigned, in commits of 128
        a million answers on disk              {_bytes * Million / Mebibyte,10:N0} MiB  with statements and audit lines
        after their retention                  {_bytesAfterRetention * Million / Mebibyte,10:N0} MiB
        """));

    private static async Task SealAsync(EvidenceLog.EvidenceLog log, int count)
    {
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var (line, call) = Statement(log.Origin);
                await log.SealAsync(new LogEntry(line, call, null, Audit));
            }
        })));
    }

    private static (byte[] Line, Guid Call) Statement(string origin)
    {
        var call = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var digest = Convert.ToHexStringLower(SHA256.HashData(call.ToByteArray()));
        var statement = new Statement
        {
            Gateway = origin,
            CallId = call,
            CallNonce = digest[..32],
            Method = "/traffic.gateway.v1.FinesService/InquireFines",
            Caller = Audit.Caller,
            CallerCertificateSha256 = digest,
            ContractSha256 = digest,
            RequestSha256 = digest,
            RequestCount = 1,
            ResponseSha256 = digest,
            ResponseCount = 1,
            StatusCode = 0,
            StatusMessage = "",
            CompleteTime = TimeProvider.System.GetUtcNow(),
        };
        return (statement.ToBytes(), call);
    }

    // What the disk and SQLite alone would give: the same bytes, nothing hashed, nothing signed.
    private double Bare(int count)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "bare.db")};Pooling=False");
        connection.Open();
        connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        connection.Run("CREATE TABLE entry (position INTEGER PRIMARY KEY, digest BLOB, call_id BLOB, statement BLOB)");
        connection.Run("CREATE INDEX entry_call_id ON entry (call_id)");
        using var begin = new PreparedStatement(connection, "BEGIN IMMEDIATE");
        using var commit = new PreparedStatement(connection, "COMMIT");
        using var insert = new PreparedStatement(
            connection, "INSERT INTO entry VALUES ($position, $digest, $call, $statement)",
            "$position", "$digest", "$call", "$statement");
        var (line, _) = Statement($"{name}/00000000");
        var digest = SHA256.HashData(line);
        var start = Stopwatch.GetTimestamp();
        for (var position = 0L; position < count;)
        {
            begin.Run();
            for (var row = 0; row < 128 && position < count; row++, position++)
                insert.Run(position, digest, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToByteArray(true), line);
            commit.Run();
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private (double Before, double After) MeasureDisk()
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        var before = Used(connection);
        connection.Run("UPDATE entry SET statement = NULL, call_id = NULL; DELETE FROM audit_line; VACUUM");
        return (before, Used(connection));
    }

    private static double Used(SqliteConnection connection)
    {
        var pages = (long)connection.Scalar("PRAGMA page_count")! - (long)connection.Scalar("PRAGMA freelist_count")!;
        var entries = (long)connection.Scalar("SELECT COUNT(*) FROM entry")!;
        return (double)pages * (long)connection.Scalar("PRAGMA page_size")! / entries;
    }
}
