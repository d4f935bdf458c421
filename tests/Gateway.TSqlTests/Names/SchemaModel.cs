using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.Dac.Model;

namespace Gateway.TSqlTests.Names;

/// <summary>
/// The schema as DacFx models it, to resolve the names of a statement as the body of a procedure. One call at a time.
/// </summary>
internal sealed class SchemaModel(SchemaFold fold) : IDisposable
{
    /// <summary>Stands in for the server's own, which the model does not have.</summary>
    private const string LockProcedure = """
        CREATE PROCEDURE dbo.sp_getapplock
          @Resource nvarchar(255), @LockMode varchar(32), @LockOwner varchar(32) = 'Transaction',
          @LockTimeout int = NULL
        AS RETURN 0
        """;

    private static readonly TSqlObjectOptions Options = new() { AnsiNulls = true, QuotedIdentifier = true };

    private TSqlModel? _model;

    /// <summary>What DacFx says about the schema itself.</summary>
    public IReadOnlyList<string> Faults() => Messages(Model());

    /// <summary>What DacFx says about a statement. Each message counts, as a missing table is only a warning.</summary>
    public IReadOnlyList<string> Faults(StatementText statement)
    {
        var model = Model();
        var parameters = string.Join(", ", statement.Parameters.Select(one => $"{one.Key} {one.Value}"));
        try
        {
            model.AddOrUpdateObjects(
                $"CREATE PROCEDURE dbo.[{statement.Name}] {parameters} AS\n{statement.Sql}", statement.Name, Options);
            var faults = Messages(model);
            model.DeleteObjects(statement.Name);
            return faults;
        }
        catch (DacModelException exception)
        {
            // From here on the model refuses everything.
            Dispose();
            return [.. exception.Messages.Select(message => message.Message)];
        }
    }

    public void Dispose()
    {
        _model?.Dispose();
        _model = null;
    }

    private static IReadOnlyList<string> Messages(TSqlModel model) =>
        [.. model.Validate().Select(message => message.Message)];

    private TSqlModel Model()
    {
        if (_model is not null)
            return _model;
        _model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions());
        foreach (var (number, text) in fold.Creates().Append(LockProcedure).Index())
            _model.AddOrUpdateObjects(text, $"schema {number}", Options);
        return _model;
    }
}
