using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>Finds what is written into which column.</summary>
internal static class Assignments
{
    /// <summary>Each value with its column, of INSERT and UPDATE; where numbers differ, as many as there are.</summary>
    public static IEnumerable<(SqlTable Table, SqlColumn Column, SqlValue Value)> Of(BoundStatement statement) =>
        from change in statement.Changes
        from one in change.Specification switch
        {
            InsertSpecification insert => OfInsert(insert, change.Target, statement),
            UpdateSpecification update => OfUpdate(update, change.Target, statement),
            _ => [],
        }
        select one;

    /// <summary>The rows that an INSERT writes; one that stands for all where they come from a query.</summary>
    public static IEnumerable<IReadOnlyList<SqlValue>> Rows(InsertSpecification insert, BoundStatement statement) =>
        insert.InsertSource switch
        {
            ValuesInsertSource values => values.RowValues
                .Select(row => row.ColumnValues.Select(statement.Typing.Of).ToList()),
            SelectInsertSource select => Outputs(select.Select, statement)
                .Select(output => output.Select(column => column.Value).ToList()),
            _ => [],
        };

    /// <summary>What each part of a UNION puts out.</summary>
    public static IEnumerable<IReadOnlyList<BoundColumn>> Outputs(QueryExpression query, BoundStatement statement) =>
        query is BinaryQueryExpression both
            ? Outputs(both.FirstQueryExpression, statement).Concat(Outputs(both.SecondQueryExpression, statement))
            : [statement.Outputs[query]];

    private static IEnumerable<(SqlTable, SqlColumn, SqlValue)> OfInsert(
        InsertSpecification insert, SqlTable table, BoundStatement statement) =>
        from row in Rows(insert, statement)
        from pair in insert.Columns.Zip(row)
        let column = table.Find(pair.First.Last())
        where column is not null
        select (table, column, pair.Second);

    private static IEnumerable<(SqlTable, SqlColumn, SqlValue)> OfUpdate(
        UpdateSpecification update, SqlTable table, BoundStatement statement) =>
        from set in update.SetClauses.OfType<AssignmentSetClause>()
        where set.Column is not null
        let column = table.Find(set.Column.Last())
        where column is not null
        select (table, column, statement.Typing.Of(set.NewValue));
}
