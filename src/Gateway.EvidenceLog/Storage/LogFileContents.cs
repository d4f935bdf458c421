using System.Globalization;
using System.Security.Cryptography;
using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>What the file has before the first entry: the schema, the log's origin, the contract in force.</summary>
internal sealed class LogFileContents(byte[] contract, TimeProvider time)
{
    private const int SuffixBytes = 4;

    /// <summary>The scripts of the schema, one after another; a file's version is that of the last that it had.</summary>
    private static readonly long[] Versions = [1, 3, 4];

    /// <summary>Brings the file up to the schema and the contract in force. A new file gets schema and origin in one
    /// step.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="name">The gateway's name.</param>
    /// <param name="predecessor">What is known of the log that a new file comes after; null where it is the
    /// first.</param>
    /// <exception cref="EvidenceLogOpenException">The file is of a later version, or no evidence log.</exception>
    internal void Prepare(SqliteConnection connection, string name, LogHead? predecessor)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = (long)connection.Scalar("PRAGMA user_version")!;
        if (version == 0 && (long)connection.Scalar("SELECT COUNT(*) FROM sqlite_schema")! != 0)
            throw new EvidenceLogOpenException(
                "The file is a database, but not an evidence log.", fault: LogFault.Damaged);
        if (version > Versions[^1])
            throw new EvidenceLogOpenException($"The evidence log has version {version}, later than {Versions[^1]}.");

        foreach (var next in Versions.Where(next => next > version))
            connection.Run(Script($"schema-{next}.sql"));
        connection.Run($"PRAGMA user_version = {Versions[^1]}");
        if (version == 0)
            Begin(connection, name, predecessor);
        connection.Run(
            "INSERT INTO contract (sha256, descriptor_set) VALUES ($sha256, $set) ON CONFLICT DO NOTHING",
            ("$sha256", SHA256.HashData(contract)),
            ("$set", contract));
        transaction.Commit();
    }

    private void Begin(SqliteConnection connection, string name, LogHead? predecessor)
    {
        var now = time.GetUtcNow();
        connection.Run(
            "INSERT INTO log (id, origin, create_time, edge) VALUES (1, $origin, $time, $edge)",
            ("$origin", LogOrigin.Create(name, RandomNumberGenerator.GetBytes(SuffixBytes))),
            ("$time", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            ("$edge", new TreeEdge().ToBytes()));
        if (predecessor is null)
            return;
        connection.Run(
            "INSERT INTO predecessor (id, origin, size, root, begin_time_ms) VALUES (1, $origin, $size, $root, $time)",
            ("$origin", predecessor.Origin),
            ("$size", predecessor.Size),
            ("$root", predecessor.Root),
            ("$time", now.ToUnixTimeMilliseconds()));
    }

    private static string Script(string name)
    {
        using var stream = typeof(LogFileContents).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The script {name} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
