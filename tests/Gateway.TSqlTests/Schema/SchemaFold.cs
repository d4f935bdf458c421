using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Schema;

/// <summary>
/// What a database looks like after all scripts ran, folded into one CREATE for each table: DacFx refuses ALTER TABLE
/// ADD and ignores ALTER COLUMN.
/// </summary>
internal sealed class SchemaFold
{
    private readonly Dictionary<string, CreateTableStatement> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<CreateIndexStatement> _indexes = [];
    private readonly List<TriggerStatementBody> _triggers = [];
    private readonly List<GrantStatement> _grants = [];

    /// <summary>Who was allowed what.</summary>
    public IReadOnlyList<GrantStatement> Grants => _grants;

    /// <summary>Folds scripts, in their order.</summary>
    /// <exception cref="NotSupportedException">A script has a statement that the fold does not know.</exception>
    public static SchemaFold Of(params IEnumerable<string> scripts)
    {
        var fold = new SchemaFold();
        foreach (var statement in scripts.SelectMany(TSql.Statements))
            fold.Add(statement);
        return fold;
    }

    /// <summary>The tables by name.</summary>
    public IReadOnlyDictionary<string, SqlTable> Tables() => _tables.Values
        .Select(table => TableReader.Read(
            table,
            _indexes.Where(index => IsOn(index.OnName, table)),
            _triggers.Where(trigger => IsOn(trigger.TriggerObject.Name, table))))
        .ToDictionary(table => table.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The statements that make it anew, each on its own.</summary>
    public IReadOnlyList<string> Creates()
    {
        var generator = new Sql150ScriptGenerator();
        return [.. _tables.Values.Concat<TSqlFragment>(_indexes).Concat(_triggers).Select(Generate)];

        string Generate(TSqlFragment fragment)
        {
            generator.GenerateScript(fragment, out var text);
            return text;
        }
    }

    private void Add(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement table:
                _tables.Add(table.SchemaObjectName.Last(), table);
                break;
            case AlterTableStatement alteration:
                TableAlteration.Apply(alteration, _tables[alteration.SchemaObjectName.Last()]);
                break;
            case CreateIndexStatement index:
                _indexes.Add(index);
                break;
            case DropIndexStatement drop:
                foreach (var clause in drop.DropIndexClauses.Cast<DropIndexClause>())
                    _indexes.RemoveAll(index => index.Name.Value.IsSame(clause.Index.Value));
                break;
            case CreateTriggerStatement or CreateOrAlterTriggerStatement:
                var trigger = (TriggerStatementBody)statement;
                _triggers.RemoveAll(one => one.Name.Last().IsSame(trigger.Name.Last()));
                _triggers.Add(trigger);
                break;
            case DropTriggerStatement drop:
                _triggers.RemoveAll(one => drop.Objects.Any(name => name.Last().IsSame(one.Name.Last())));
                break;
            case IfStatement { ElseStatement: null } condition:
                Add(condition.ThenStatement);
                break;
            case GrantStatement grant:
                _grants.Add(grant);
                break;
            // Neither settings nor roles nor rows are part of what a table looks like.
            case PredicateSetStatement or CreateRoleStatement or InsertStatement or UpdateStatement:
                break;
            default:
                throw new NotSupportedException($"The fold does not know {statement.GetType().Name}.");
        }
    }

    private static bool IsOn(SchemaObjectName name, CreateTableStatement table) =>
        name.Last().IsSame(table.SchemaObjectName.Last());
}
