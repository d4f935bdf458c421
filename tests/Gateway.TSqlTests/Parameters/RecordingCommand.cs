using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Gateway.TSqlTests.Parameters;

/// <summary>A command with SqlClient's own parameters: it changes one row, and reads none.</summary>
internal sealed class RecordingCommand(DbConnection connection, Recorder recorder) : DbCommand
{
    private readonly SqlCommand _parameters = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override int ExecuteNonQuery()
    {
        Record();
        return 1;
    }

    public override object? ExecuteScalar()
    {
        Record();
        return null;
    }

    public override void Prepare()
    {
    }

    protected override DbParameter CreateDbParameter() => _parameters.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        Record();
        using var nothing = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        return nothing.CreateDataReader();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _parameters.Dispose();
        base.Dispose(disposing);
    }

    private void Record() => recorder.Add(CommandText, Parameters);
}
