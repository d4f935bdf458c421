using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Writes and reads the time stamps of a log's file.</summary>
internal static class StampStore
{
    private const string Columns =
        "batch_size, token, stamp_time_ms, authority, certificate_sha256, clock_difference_ms";

    /// <summary>Writes a time stamp with the authority's certificate and its issuers, within a transaction. A batch
    /// that has one keeps it.</summary>
    internal static void Add(SqliteConnection connection, BatchStamp stamp)
    {
        var authority = SHA256.HashData(stamp.Stamp.Certificate.RawDataMemory.Span);
        AddStep(connection, authority, 0, stamp.Stamp.Certificate);
        for (var index = 0; index < stamp.Stamp.Issuers.Count; index++)
            AddStep(connection, authority, index + 1, stamp.Stamp.Issuers[index]);
        connection.Run(
            $"INSERT INTO time_stamp ({Columns}) VALUES ($size, $token, $time, $authority, $sha256, $difference) "
            + "ON CONFLICT DO NOTHING",
            ("$size", stamp.BatchSize),
            ("$token", stamp.Stamp.Token),
            ("$time", stamp.Stamp.Time.ToUnixTimeMilliseconds()),
            ("$authority", stamp.Stamp.Authority),
            ("$sha256", authority),
            ("$difference", (long)stamp.ClockDifference.TotalMilliseconds));
    }

    /// <summary>The earliest time stamp over a batch that comes after a position.</summary>
    internal static LoggedStamp? Covering(SqliteConnection connection, long position) => connection
        .Rows(
            $"SELECT {Columns} FROM time_stamp WHERE batch_size > $at ORDER BY batch_size LIMIT 1",
            Read,
            ("$at", position))
        .SingleOrDefault();

    /// <summary>All time stamps in log order.</summary>
    internal static IEnumerable<LoggedStamp> All(SqliteConnection connection) =>
        connection.Rows($"SELECT {Columns} FROM time_stamp ORDER BY batch_size", Read);

    /// <summary>An authority's certificate and its issuers without the root (DER), by the certificate's
    /// SHA-256.</summary>
    internal static IReadOnlyList<byte[]> Chain(SqliteConnection connection, byte[] authority) =>
    [
        .. connection.Rows(
            """
            SELECT der FROM time_stamp_chain JOIN certificate ON sha256 = certificate_sha256
            WHERE authority_sha256 = $sha256 ORDER BY step
            """,
            row => row.GetFieldValue<byte[]>(0),
            ("$sha256", authority)),
    ];

    /// <summary>How far the log is covered. A signature that cannot be read counts as old as the log.</summary>
    internal static StampCoverage Coverage(SqliteConnection connection)
    {
        var last = connection
            .Rows($"SELECT {Columns} FROM time_stamp ORDER BY batch_size DESC LIMIT 1", Read)
            .SingleOrDefault();
        var signature = (byte[]?)connection.Scalar(
            "SELECT signature FROM batch WHERE size > $size ORDER BY size LIMIT 1", ("$size", last?.BatchSize ?? 0));
        return new StampCoverage(last, signature is null ? null : SigningTime(connection, signature));
    }

    private static DateTimeOffset SigningTime(SqliteConnection connection, byte[] signature)
    {
        try
        {
            return BatchSignature.SigningTime(signature);
        }
        catch (EvidenceException)
        {
            return DateTimeOffset.Parse(
                (string)connection.Scalar("SELECT create_time FROM log")!, CultureInfo.InvariantCulture);
        }
    }

    private static void AddStep(SqliteConnection connection, byte[] authority, long step, X509Certificate2 certificate)
    {
        var sha256 = SHA256.HashData(certificate.RawDataMemory.Span);
        connection.Run(
            "INSERT INTO certificate (sha256, der) VALUES ($sha256, $der) ON CONFLICT DO NOTHING",
            ("$sha256", sha256),
            ("$der", certificate.RawData));
        connection.Run(
            "INSERT INTO time_stamp_chain (authority_sha256, step, certificate_sha256) "
            + "VALUES ($authority, $step, $sha256) ON CONFLICT DO NOTHING",
            ("$authority", authority),
            ("$step", step),
            ("$sha256", sha256));
    }

    private static LoggedStamp Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetFieldValue<byte[]>(1),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        row.GetString(3),
        row.GetFieldValue<byte[]>(4),
        TimeSpan.FromMilliseconds(row.GetInt64(5)));
}
