using System.Globalization;
using System.Security.Cryptography;
using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>What the file has before the first entry: the schema, the log's origin, the contract in force.</summary>
internal sealed class LogFileContents(byte[] contract, TimeProvider time)
{
    private const int SuffixBytes = 4;

    /// <summary>Brings the file up to the schema and the contract in force. A new file gets the first version's schema
    /// and its origin in one step.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="name">The gateway's name.</param>
    /// <param name="predecessor">What is known of the log that a new file comes after; null where it is the first, or
    /// no new one.</param>
    /// <exception cref="EvidenceLogOpenException">The file is of a later version, or no evidence log.</exception>
    internal void Prepare(SqliteConnection connection, string name, LogHead? predecessor)
    {
        LogSchema.Upgrade(connection, LogSchema.Latest, version => AfterScript(connection, version, name, predecessor));
        connection.Run(
            "INSERT INTO contract (sha256, descriptor_set) VALUES ($sha256, $set) ON CONFLICT DO NOTHING",
            ("$sha256", SHA256.HashData(contract)),
            ("$set", contract));
    }

    private void AfterScript(SqliteConnection connection, long version, string name, LogHead? predecessor)
    {
        if (version == 1)
            CreateLog(connection, name);
        if (version == LogSchema.Predecessor && predecessor is not null)
            Succeed(connection, predecessor);
    }

    private void CreateLog(SqliteConnection connection, string name) => connection.Run(
        "INSERT INTO log (id, origin, create_time, edge) VALUES (1, $origin, $time, $edge)",
        ("$origin", LogOrigin.Create(name, RandomNumberGenerator.GetBytes(SuffixBytes))),
        ("$time", time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("$edge", new TreeEdge().ToBytes()));

    private void Succeed(SqliteConnection connection, LogHead predecessor) => connection.Run(
        "INSERT INTO predecessor (id, origin, size, root, begin_time_ms) VALUES (1, $origin, $size, $root, $time)",
        ("$origin", predecessor.Origin),
        ("$size", predecessor.Size),
        ("$root", predecessor.Root),
        ("$time", time.GetUtcNow().ToUnixTimeMilliseconds()));
}
