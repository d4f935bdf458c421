using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>A condition leaves an indexed column bare: within a calculation its index is of no use.</summary>
internal sealed class Sargability : IRule
{
    public string Name => "sargability";

    public IEnumerable<string> Check(BoundStatement statement) =>
        from query in statement.Queries
        from condition in query.Conditions
        from fault in Faults(condition, query, statement)
        select fault;

    private static IEnumerable<string> Faults(BooleanExpression condition, BoundQuery query, BoundStatement statement)
    {
        var comparisons = new Comparisons();
        condition.Accept(comparisons);
        foreach (var side in comparisons.Found.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct())
        {
            if (side is ColumnReferenceExpression { Collation: null })
                continue;
            var hidden = new Hidden(query, statement);
            side.Accept(hidden);
            foreach (var column in hidden.Found)
                yield return $"{side.Written()} hides {column} from its index";
        }
        if (condition is LikePredicate { SecondExpression: StringLiteral { Value: ['%' or '_', ..] } } like)
            yield return $"{like.Written()} begins with a wildcard";
    }

    private sealed class Hidden(BoundQuery query, BoundStatement statement) : TSqlFragmentVisitor
    {
        public SortedSet<string> Found { get; } = [];

        public override void ExplicitVisit(ColumnReferenceExpression node)
        {
            if (statement.Columns.TryGetValue(node, out var column)
                && column.Source is { Table: { } table } source
                && query.Sources.Contains(source)
                && table.Indexes.Any(index => index.Keys.Any(key => key.IsSame(column.Name))))
            {
                Found.Add($"{table.Name}.{column.Name}");
            }
        }

        public override void ExplicitVisit(ScalarSubquery node)
        {
            // Its own conditions are looked at on their own.
        }
    }
}
