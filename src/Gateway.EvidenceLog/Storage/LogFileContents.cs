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
    /// <exception cref="EvidenceLogOpenException">The file is of a later version, or no evidence log.</exception>
    internal void Prepare(SqliteConnection connection, string name)
    {
        LogSchema.Upgrade(connection, LogSchema.Latest, version => AfterScript(connection, version, name));
        connection.Run(
            "INSERT INTO contract (sha256, descriptor_set) VALUES ($sha256, $set) ON CONFLICT DO NOTHING",
            ("$sha256", SHA256.HashData(contract)),
            ("$set", contract));
    }

    private void AfterScript(SqliteConnection connection, long version, string name)
    {
        if (version == 1)
            CreateLog(connection, name);
        if (version == 2)
            TileUpgrade.Run(connection);
    }

    private void CreateLog(SqliteConnection connection, string name) => connection.Run(
        "INSERT INTO log (id, origin, create_time, edge) VALUES (1, $origin, $time, $edge)",
        ("$origin", LogOrigin.Create(name, RandomNumberGenerator.GetBytes(SuffixBytes))),
        ("$time", time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("$edge", new TreeEdge().ToBytes()));
}
