using System.Data.Common;
using Gateway.Data;
using Gateway.TSqlTests.Schema;
using Microsoft.Data.SqlClient;

namespace Gateway.TSqlTests.Parameters;

/// <summary>Keeps what stores send: for each run of a statement the types of its parameters.</summary>
internal sealed class Recorder
{
    private readonly SqlCatalog _catalog = SqlCatalog.Load(SqlDialect.SqlServer);
    private readonly List<(string Sql, IReadOnlyDictionary<string, SqlType> Types)> _runs = [];

    /// <summary>Types of the parameters by name, with the at sign, of each run of a statement.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, SqlType>> Types(string statement) =>
        [.. _runs.Where(run => run.Sql == _catalog[statement]).Select(run => run.Types)];

    /// <summary>A session whose statements are kept and find nothing.</summary>
    public DatabaseSession Session()
    {
        DapperTypes.Register();
        var connection = new RecordingConnection(this);
        return new DatabaseSession(connection, connection.BeginTransaction(), _catalog);
    }

    /// <summary>Keeps a run.</summary>
    public void Add(string sql, DbParameterCollection parameters) => _runs.Add((
        sql, parameters.Cast<SqlParameter>().ToDictionary(one => "@" + one.ParameterName.TrimStart('@'), SqlType.Of)));
}
