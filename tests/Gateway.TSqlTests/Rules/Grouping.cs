using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>Where rows are grouped or aggregated, a column outside of an aggregate is grouped by.</summary>
internal sealed class Grouping : IRule
{
    private static readonly string[] Aggregates =
        ["AVG", "COUNT", "COUNT_BIG", "MAX", "MIN", "STDEV", "STRING_AGG", "SUM", "VAR"];

    public string Name => "grouping";

    public IEnumerable<string> Check(BoundStatement statement) =>
        statement.Queries.SelectMany(query => Faults(query, statement));

    private static IEnumerable<string> Faults(BoundQuery bound, BoundStatement statement)
    {
        if (bound.Fragment is not QuerySpecification query)
            return [];
        var inWhere = new Outside(bound, statement, []);
        query.WhereClause?.Accept(inWhere);
        if (inWhere.HasAggregate)
            return [$"an aggregate stands in WHERE: {query.WhereClause!.Written()}"];

        var grouped = query.GroupByClause?.GroupingSpecifications.OfType<ExpressionGroupingSpecification>()
            .Select(one => one.Expression.Written()).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var outside = new Outside(bound, statement, grouped);
        foreach (var element in query.SelectElements)
            element.Accept(outside);
        query.HavingClause?.Accept(outside);
        query.OrderByClause?.Accept(outside);
        var isGrouped = query.GroupByClause is not null || outside.HasAggregate;
        return isGrouped
            ? outside.Columns.Select(column => $"{column} is neither grouped by nor in an aggregate")
            : [];
    }

    private sealed class Outside(BoundQuery query, BoundStatement statement, HashSet<string> grouped)
        : TSqlFragmentVisitor
    {
        public bool HasAggregate { get; private set; }

        public SortedSet<string> Columns { get; } = [];

        public override void ExplicitVisit(FunctionCall node)
        {
            if (node.OverClause is null && Aggregates.Any(name => name.IsSame(node.FunctionName.Value)))
                HasAggregate = true;
            else if (!grouped.Contains(node.Written()))
                base.ExplicitVisit(node);
        }

        public override void ExplicitVisit(ColumnReferenceExpression node)
        {
            if (statement.Columns.TryGetValue(node, out var column)
                && column.Source is { } source
                && query.Sources.Contains(source)
                && !grouped.Contains(node.Written()))
            {
                Columns.Add(node.Written());
            }
        }

        // An aggregate of a query within is that query's own.
        public override void ExplicitVisit(ScalarSubquery node)
        {
            var inner = new Outside(query, statement, grouped);
            node.QueryExpression.Accept(inner);
            Columns.UnionWith(inner.Columns);
        }
    }
}
