using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>Which columns of a source are given by the conditions of a query.</summary>
internal sealed class AccessPath(BoundQuery query, BoundStatement statement)
{
    /// <summary>Whether an index leads to the source's rows, once those of the ones reached are known.</summary>
    public bool Reaches(RowSource source, IReadOnlySet<RowSource> reached)
    {
        var (equal, range) = Given(source, reached);
        return source.Table!.Indexes.Any(index => IsUsable(index, source, equal) && Covers(index, equal, range));
    }

    /// <summary>The columns that are given.</summary>
    public string Describe(RowSource source, IReadOnlySet<RowSource> reached)
    {
        var (equal, range) = Given(source, reached);
        return $"({string.Join(", ", equal)}), between ({string.Join(", ", range)})";
    }

    private static bool Covers(SqlIndex index, SortedSet<string> equal, SortedSet<string> range)
    {
        if (index.IsUnique && equal.IsSupersetOf(index.Keys))
            return true;
        var leading = index.Keys.TakeWhile(equal.Contains).ToList();
        return equal.Count > 0
            ? leading.Count > 0 && equal.Except(leading).All(column => index.Included.Any(column.IsSame))
            : range.Contains(index.Keys[0]);
    }

    private (SortedSet<string> Equal, SortedSet<string> Range) Given(RowSource source, IReadOnlySet<RowSource> reached)
    {
        var equal = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var range = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var condition in query.Conditions)
        {
            switch (condition)
            {
                case BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals } same:
                    Add(equal, same.FirstExpression, same.SecondExpression);
                    Add(equal, same.SecondExpression, same.FirstExpression);
                    break;
                case BooleanComparisonExpression { ComparisonType: not BooleanComparisonType.NotEqualToBrackets } order:
                    Add(range, order.FirstExpression, order.SecondExpression);
                    Add(range, order.SecondExpression, order.FirstExpression);
                    break;
                case InPredicate { NotDefined: false } list:
                    Add(equal, list.Expression, [.. list.Values, .. Subquery(list)]);
                    break;
                case BooleanTernaryExpression { TernaryExpressionType: BooleanTernaryExpressionType.Between } between:
                    Add(range, between.FirstExpression, between.SecondExpression, between.ThirdExpression);
                    break;
            }
        }
        return (equal, range);

        void Add(SortedSet<string> columns, ScalarExpression side, params ScalarExpression[] others)
        {
            if (side is ColumnReferenceExpression reference
                && statement.Columns.TryGetValue(reference, out var column)
                && column.Source == source
                && column.Value.Type != SqlType.Bit
                && others.All(other => IsKnown(other, reached)))
            {
                columns.Add(column.Name);
            }
        }
    }

    private static IEnumerable<ScalarExpression> Subquery(InPredicate list) =>
        list.Subquery is null ? [] : [list.Subquery];

    // Of this query's sources only those that were reached; of queries around it any.
    private bool IsKnown(ScalarExpression expression, IReadOnlySet<RowSource> reached)
    {
        var columns = new ColumnReferences();
        expression.Accept(columns);
        return columns.Found
            .Select(column => statement.Columns.GetValueOrDefault(column)?.Source)
            .OfType<RowSource>()
            .All(source => !query.Sources.Contains(source) || reached.Contains(source));
    }

    private bool IsUsable(SqlIndex index, RowSource source, SortedSet<string> equal) =>
        index.Filter is null || Filters.Parts(index.Filter).All(part => IsImplied(part, source, equal));

    private bool IsImplied(BooleanExpression part, RowSource source, SortedSet<string> equal)
    {
        if (part is BooleanIsNullExpression { IsNot: true, Expression: ColumnReferenceExpression column }
            && equal.Contains(column.Last()))
        {
            return true;
        }
        var filter = Filters.Normal(part);
        return query.Conditions.Any(condition =>
            Filters.Normal(condition) == filter && Filters.IsAbout(condition, source, statement));
    }
}
