using System.Globalization;
using System.Security.Cryptography;
using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>What the file has before the first entry: the schema, the log's origin, the contract in force.</summary>
internal sealed class LogFileContents(byte[] contract, TimeProvider time)
{
    private const int SuffixBytes = 4;
    private const long SchemaVersion = 1;

    /// <summary>Brings the file up to the schema and the contract in force. A new file gets schema and origin in one
    /// step.</summary>
    /// <exception cref="EvidenceLogOpenException">The file is of a later version, or no evidence log.</exception>
    internal void Prepare(SqliteConnection connection, string name)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = (long)connection.Scalar("PRAGMA user_version")!;
        if (version == 0)
            Create(connection, name);
        else if (version != SchemaVersion)
            throw new EvidenceLogOpenException($"The evidence log has version {version}, not {SchemaVersion}.");
        connection.Run(
            "INSERT INTO contract (sha256, descriptor_set) VALUES ($sha256, $set) ON CONFLICT DO NOTHING",
            ("$sha256", SHA256.HashData(contract)),
            ("$set", contract));
        transaction.Commit();
    }

    private void Create(SqliteConnection connection, string name)
    {
        if ((long)connection.Scalar("SELECT COUNT(*) FROM sqlite_schema")! != 0)
            throw new EvidenceLogOpenException("The file is a database, but not an evidence log.");
        connection.Run(Script($"schema-{SchemaVersion}.sql"));
        connection.Run(
            "INSERT INTO log (id, origin, create_time, edge) VALUES (1, $origin, $time, $edge)",
            ("$origin", LogOrigin.Create(name, RandomNumberGenerator.GetBytes(SuffixBytes))),
            ("$time", time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            ("$edge", new TreeEdge().ToBytes()));
        connection.Run($"PRAGMA user_version = {SchemaVersion}");
    }

    private static string Script(string name)
    {
        using var stream = typeof(LogFileContents).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The script {name} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
