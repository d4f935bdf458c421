using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// The versions of the file's schema. Version N is made from version N - 1 by the script <c>schema-N.sql</c> and, where
/// SQL is not enough, by a step in code after it; both in a transaction of their own, with <c>user_version</c>. So a
/// file that was left in the middle of an upgrade is of one version or the other, and goes on from there.
/// </summary>
internal static class LogSchema
{
    /// <summary>The version that this program reads and writes.</summary>
    internal static readonly long Latest = CountScripts();

    /// <summary>The version that first has the table of the log that was lost before.</summary>
    internal const long Predecessor = 4;

    /// <summary>The version that a file has; 0 is an empty file.</summary>
    internal static long VersionOf(SqliteConnection connection) =>
        (long)connection.Scalar("PRAGMA user_version")!;

    /// <summary>Refuses a file that is not of the latest version.</summary>
    /// <exception cref="EvidenceLogOpenException">It is of another one.</exception>
    internal static void Require(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        if (version != Latest)
            throw Refused(version);
    }

    /// <summary>Brings a file up to a version, one after the other.</summary>
    /// <param name="connection">The file, with no transaction under way.</param>
    /// <param name="version">The version; usually <see cref="Latest"/>.</param>
    /// <param name="after">What is done in the transaction of a version after its script.</param>
    /// <exception cref="EvidenceLogOpenException">The file is of a later version, or no evidence log.</exception>
    internal static void Upgrade(SqliteConnection connection, long version, Action<long> after)
    {
        for (var next = VersionOf(connection) + 1; next <= version; next++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (next == 1 && (long)connection.Scalar("SELECT COUNT(*) FROM sqlite_schema")! != 0)
                throw new EvidenceLogOpenException(
                    "The file is a database, but not an evidence log.", fault: LogFault.Damaged);
            connection.Run(Script(next));
            after(next);
            connection.Run($"PRAGMA user_version = {next}");
            transaction.Commit();
        }

        var reached = VersionOf(connection);
        if (reached > version)
            throw Refused(reached);
    }

    private static EvidenceLogOpenException Refused(long version) => version < Latest
        ? new($"The evidence log has version {version}; a gateway that opens it makes it version {Latest}.")
        : new($"The evidence log has version {version}, and this program knows none later than {Latest}.");

    private static string Name(long version) => $"schema-{version}.sql";

    private static long CountScripts()
    {
        var names = typeof(LogSchema).Assembly.GetManifestResourceNames().ToHashSet();
        var count = 0L;
        while (names.Contains(Name(count + 1)))
            count++;
        return count;
    }

    private static string Script(long version)
    {
        using var stream = typeof(LogSchema).Assembly.GetManifestResourceStream(Name(version))
            ?? throw new InvalidOperationException($"The script {Name(version)} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
