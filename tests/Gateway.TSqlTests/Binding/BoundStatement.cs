using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Binding;

/// <summary>A query, UPDATE or DELETE with the sources that it reads.</summary>
/// <param name="Fragment">A QuerySpecification, UpdateSpecification or DeleteSpecification.</param>
/// <param name="Sources">Its own sources.</param>
/// <param name="Conditions">WHERE and ON, taken apart at AND.</param>
internal sealed record BoundQuery(
    TSqlFragment Fragment, IReadOnlyList<RowSource> Sources, IReadOnlyList<BooleanExpression> Conditions);

/// <summary>A change of a table.</summary>
/// <param name="Specification">The INSERT, UPDATE or DELETE.</param>
/// <param name="Target">The table.</param>
/// <param name="IsOfQuery">Whether a query says which rows.</param>
internal sealed record BoundChange(DataModificationSpecification Specification, SqlTable Target, bool IsOfQuery);

/// <summary>A statement whose names have been looked up in the schema.</summary>
internal sealed class BoundStatement
{
    private BoundStatement(StatementText text, IReadOnlyDictionary<string, SqlTable> schema, TSqlScript script)
    {
        (Text, Schema, Script) = (text, schema, script);
        Variables = new Dictionary<string, SqlType>(text.Parameters, StringComparer.OrdinalIgnoreCase);
        Typing = new Typing(this);
    }

    public StatementText Text { get; }

    public IReadOnlyDictionary<string, SqlTable> Schema { get; }

    public TSqlScript Script { get; }

    /// <summary>Types by name, of parameters and of what the statement declares.</summary>
    public Dictionary<string, SqlType> Variables { get; }

    /// <summary>Columns of table variables by name.</summary>
    public Dictionary<string, IReadOnlyList<(string Name, SqlType? Type)>> TableVariables { get; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What each reference to a column means, targets of changes excepted.</summary>
    public Dictionary<ColumnReferenceExpression, BoundColumn> Columns { get; } = [];

    /// <summary>What each query puts out.</summary>
    public Dictionary<QueryExpression, IReadOnlyList<BoundColumn>> Outputs { get; } = [];

    public List<BoundQuery> Queries { get; } = [];

    public List<BoundChange> Changes { get; } = [];

    /// <summary>Names that mean nothing, or more than one thing.</summary>
    public List<string> Faults { get; } = [];

    public Typing Typing { get; }

    /// <summary>Looks up the names of a statement that can be parsed.</summary>
    public static BoundStatement Bind(
        StatementText text, IReadOnlyDictionary<string, SqlTable> schema, TSqlScript script)
    {
        var bound = new BoundStatement(text, schema, script);
        var binder = new StatementBinder(bound);
        foreach (var statement in script.Batches.SelectMany(batch => batch.Statements))
            binder.Bind(statement);
        return bound;
    }
}
