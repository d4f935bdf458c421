using Gateway.Data;
using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Parameters;

/// <summary>
/// Statements that no store runs, with the parameters that they get: the database and its provider run them, on
/// connections that they open themselves.
/// </summary>
internal static class Unrecorded
{
    /// <summary>Types by parameter, by statement.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, SqlType>> Parameters =
        new Dictionary<string, IReadOnlyDictionary<string, SqlType>>
        {
            [SqlServerStatementName.DatabaseAllowSnapshots] = TSql.Parameters(""),
            [SqlServerStatementName.DatabaseCommittedSnapshotState] = TSql.Parameters(""),
            [SqlServerStatementName.DatabaseReadCommittedSnapshot] = TSql.Parameters(""),
            [SqlServerStatementName.DatabaseSnapshotState] = TSql.Parameters(""),
            [SqlServerStatementName.SchemaLockTake] = TSql.Parameters("@PatienceMilliseconds int"),
            [StatementName.DatabasePing] = TSql.Parameters(""),
        };
}
