using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>
/// An INSERT names its columns, each once, gives as many values, and leaves out none that has to be given.
/// </summary>
internal sealed class InsertShape : IRule
{
    public string Name => "insert shape";

    public IEnumerable<string> Check(BoundStatement statement) =>
        from change in statement.Changes
        let insert = change.Specification as InsertSpecification
        where insert is not null
        from fault in Faults(insert, change.Target, statement)
        select fault;

    private static IEnumerable<string> Faults(InsertSpecification insert, SqlTable table, BoundStatement statement)
    {
        if (insert.Columns.Count == 0)
        {
            yield return $"INSERT into {table.Name} does not name its columns";
            yield break;
        }
        var names = insert.Columns.Select(column => column.Last()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Count < insert.Columns.Count)
            yield return $"INSERT into {table.Name} names a column twice";
        foreach (var row in Assignments.Rows(insert, statement).Where(row => row.Count != insert.Columns.Count))
            yield return $"INSERT into {table.Name} has {insert.Columns.Count} columns but {row.Count} values";
        foreach (var column in table.Columns)
        {
            var isNamed = names.Contains(column.Name);
            if (!isNamed && !column.IsNullable && !column.IsIdentity && !column.IsGiven)
                yield return $"INSERT into {table.Name} leaves out {column.Name}, which is neither nullable nor given";
            if (isNamed && column.IsIdentity && !MayGiveIdentity(table, statement))
                yield return $"INSERT into {table.Name} gives {column.Name}, which the server numbers";
        }
    }

    private static bool MayGiveIdentity(SqlTable table, BoundStatement statement) =>
        statement.Script.Batches
            .SelectMany(batch => batch.Statements)
            .OfType<SetIdentityInsertStatement>()
            .Any(set => set.IsOn && set.Table.Last().IsSame(table.Name));
}
