using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>Conditions of filtered indexes.</summary>
internal static class Filters
{
    /// <summary>A condition, taken apart at AND.</summary>
    public static IEnumerable<BooleanExpression> Parts(BooleanExpression condition) => condition switch
    {
        BooleanBinaryExpression both => Parts(both.FirstExpression).Concat(Parts(both.SecondExpression)),
        BooleanParenthesisExpression parenthesis => Parts(parenthesis.Expression),
        _ => [condition],
    };

    /// <summary>A condition without names of sources, so that an index and a query write it in the same way.</summary>
    public static string Normal(BooleanExpression condition) => condition switch
    {
        BooleanIsNullExpression isNull => $"{Bare(isNull.Expression)} {(isNull.IsNot ? "is not" : "is")} null",
        BooleanComparisonExpression comparison =>
            $"{Bare(comparison.FirstExpression)} {comparison.ComparisonType} {Bare(comparison.SecondExpression)}",
        _ => condition.Written(),
    };

    /// <summary>Whether all columns of a condition are of one source.</summary>
    public static bool IsAbout(BooleanExpression condition, RowSource source, BoundStatement statement)
    {
        var columns = new ColumnReferences();
        condition.Accept(columns);
        return columns.Found.All(column => statement.Columns.GetValueOrDefault(column)?.Source == source);
    }

    private static string Bare(ScalarExpression expression) =>
        expression is ColumnReferenceExpression column ? column.Last().ToLowerInvariant() : expression.Written();
}

/// <summary>Finds references to columns.</summary>
internal sealed class ColumnReferences : TSqlFragmentVisitor
{
    public List<ColumnReferenceExpression> Found { get; } = [];

    public override void Visit(ColumnReferenceExpression node) => Found.Add(node);
}
