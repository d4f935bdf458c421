using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>Finds what is compared with what.</summary>
internal sealed class Comparisons : TSqlFragmentVisitor
{
    /// <summary>The two sides of each comparison.</summary>
    public List<(ScalarExpression First, ScalarExpression Second)> Found { get; } = [];

    public override void Visit(BooleanComparisonExpression node) =>
        Found.Add((node.FirstExpression, node.SecondExpression));

    public override void Visit(LikePredicate node) => Found.Add((node.FirstExpression, node.SecondExpression));

    public override void Visit(BooleanTernaryExpression node)
    {
        Found.Add((node.FirstExpression, node.SecondExpression));
        Found.Add((node.FirstExpression, node.ThirdExpression));
    }

    public override void Visit(InPredicate node)
    {
        foreach (var value in node.Values)
            Found.Add((node.Expression, value));
        if (OutputOf(node.Subquery?.QueryExpression) is { } output)
            Found.Add((node.Expression, output));
    }

    private static ScalarExpression? OutputOf(QueryExpression? query) => query switch
    {
        QuerySpecification { SelectElements: [SelectScalarExpression only] } => only.Expression,
        BinaryQueryExpression both => OutputOf(both.FirstQueryExpression),
        _ => null,
    };
}
