using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rights;

/// <summary>What a login has to be granted to run a statement.</summary>
internal static class NeededRights
{
    /// <summary>
    /// Rights such as <c>SELECT fine</c> and <c>UPDATE fine (status)</c>. A change needs SELECT too where it reads, and
    /// OUTPUT reads.
    /// </summary>
    public static IEnumerable<string> Of(BoundStatement statement)
    {
        var selected = statement.Queries
            .Where(query => query.Fragment is QuerySpecification)
            .SelectMany(query => query.Sources)
            .Select(source => source.Table?.Name);
        var read = statement.Columns.Values.Select(column => column.Source?.Table?.Name);
        return selected.Concat(read)
            .OfType<string>()
            .Select(table => $"SELECT {table}")
            .Concat(statement.Changes.SelectMany(Of))
            .Distinct();
    }

    private static IEnumerable<string> Of(BoundChange change) => change.Specification switch
    {
        InsertSpecification => [$"INSERT {change.Target.Name}"],
        UpdateSpecification update => update.SetClauses.OfType<AssignmentSetClause>()
            .Select(set => $"UPDATE {change.Target.Name} ({set.Column.Last()})"),
        _ => [$"DELETE {change.Target.Name}"],
    };
}
