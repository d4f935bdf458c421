using Gateway.Data;
using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Names;
using Gateway.TSqlTests.Rules;
using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests;

/// <summary>Holds statements against a schema: parser, names, rules. One call at a time.</summary>
internal sealed class Proof(SchemaFold fold) : IDisposable
{
    /// <summary>
    /// Statements that read a catalog view or set an option of the database, neither of which DacFx's model has.
    /// </summary>
    private static readonly string[] BeyondModel =
    [
        SqlServerStatementName.DatabaseAllowSnapshots,
        SqlServerStatementName.DatabaseCommittedSnapshotState,
        SqlServerStatementName.DatabaseReadCommittedSnapshot,
        SqlServerStatementName.DatabaseSnapshotState,
    ];

    private static readonly IRule[] Rules =
    [
        new AllowedHints(), new AllowedStatements(), new AssignmentTypes(), new Collations(), new ComparisonTypes(),
        new Grouping(), new IndexCoverage(), new InsertShape(), new JsonParameters(), new KnownFunctions(),
        new OutputAndTriggers(), new Sargability(), new UnionShape(), new WholeRows(),
    ];

    private readonly SchemaModel _model = new(fold);
    private readonly IReadOnlyDictionary<string, SqlTable> _tables = fold.Tables();

    /// <summary>What is wrong with the schema itself.</summary>
    public IReadOnlyList<string> SchemaFaults() => _model.Faults();

    /// <summary>Whether the model lacks what a statement is about.</summary>
    public static bool IsBeyondModel(string statement) => BeyondModel.Contains(statement);

    /// <summary>Looks up the names of a statement.</summary>
    public BoundStatement Bind(StatementText statement) =>
        BoundStatement.Bind(statement, _tables, TSql.Parse(statement.Sql, out _));

    /// <summary>What is wrong with a statement. One that cannot be parsed is not looked at any further.</summary>
    public IReadOnlyList<Problem> Problems(StatementText statement)
    {
        _ = TSql.Parse(statement.Sql, out var errors);
        if (errors.Count > 0)
            return [.. errors.Select(error => new Problem(statement.Name, "syntax", error))];
        var bound = Bind(statement);
        var names = IsBeyondModel(statement.Name) ? bound.Faults : bound.Faults.Concat(_model.Faults(statement));
        return [.. names.Select(name => new Problem(statement.Name, "names", name)), .. RuleProblems(bound)];
    }

    /// <summary>What the rules alone find in a statement.</summary>
    public static IEnumerable<Problem> RuleProblems(BoundStatement bound) =>
        Rules.SelectMany(rule => rule.Check(bound).Select(text => new Problem(bound.Text.Name, rule.Name, text)));

    public void Dispose() => _model.Dispose();
}
