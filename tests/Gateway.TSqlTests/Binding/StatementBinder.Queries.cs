using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Binding;

/// <summary>Queries and what they read from.</summary>
internal sealed partial class StatementBinder
{
    private void BindCommon(WithCtesAndXmlNamespaces common, Scope scope)
    {
        foreach (var one in common.CommonTableExpressions)
        {
            var output = BindQuery(one.QueryExpression, scope);
            var source = RowSource.Of("", Whole(one.QueryExpression, output), one.Columns);
            scope.Common[one.ExpressionName.Value] = new QueryOutput(source.Columns!, source.Target);
        }
    }

    private IReadOnlyList<BoundColumn> BindQuery(QueryExpression query, Scope outer)
    {
        var output = query switch
        {
            QuerySpecification specification => BindSpecification(specification, outer),
            QueryParenthesisExpression inner => BindQuery(inner.QueryExpression, outer),
            BinaryQueryExpression both => BindBoth(both, outer),
            _ => throw new NotSupportedException($"The binder does not know {query.GetType().Name}."),
        };
        bound.Outputs[query] = output;
        return output;
    }

    private IReadOnlyList<BoundColumn> BindBoth(BinaryQueryExpression both, Scope outer)
    {
        var output = BindQuery(both.FirstQueryExpression, outer);
        BindQuery(both.SecondQueryExpression, outer);
        BindOrder(both.OrderByClause, output, outer);
        return output;
    }

    private List<BoundColumn> BindSpecification(QuerySpecification query, Scope outer)
    {
        var scope = new Scope(outer);
        var conditions = new List<BooleanExpression>();
        if (query.FromClause is { } from)
            BindFrom(from, scope, conditions);
        AddConditions(query.WhereClause?.SearchCondition, conditions);
        foreach (var condition in conditions)
            BindExpression(condition, scope);
        BindExpression(query.TopRowFilter, scope);
        foreach (var element in query.SelectElements)
            BindExpression(element, scope);
        BindExpression(query.GroupByClause, scope);
        BindExpression(query.HavingClause, scope);
        BindExpression(query.OffsetClause, scope);
        var output = query.SelectElements.SelectMany(element => OutputOf(element, scope)).ToList();
        BindOrder(query.OrderByClause, output, scope);
        bound.Queries.Add(new BoundQuery(query, scope.Sources, conditions));
        return output;
    }

    private QueryOutput Whole(QueryExpression query, IReadOnlyList<BoundColumn> output)
    {
        var sources = bound.Queries.Find(one => one.Fragment == query)?.Sources;
        return new QueryOutput(output, sources is [var only] ? only.Target : null);
    }

    private IEnumerable<BoundColumn> OutputOf(SelectElement element, Scope scope) => element switch
    {
        SelectScalarExpression one => [new BoundColumn(NameOf(one), bound.Typing.Of(one.Expression), null)],
        SelectStarExpression star => scope.Sources
            .Where(source => star.Qualifier is null || source.Alias.IsSame(star.Qualifier.Last()))
            .SelectMany(source => source.Columns ?? []),
        _ => [],
    };

    private static string NameOf(SelectScalarExpression element) =>
        element.ColumnName?.Value ?? (element.Expression as ColumnReferenceExpression)?.Last() ?? "";

    // A name in ORDER BY is first one of the output.
    private void BindOrder(OrderByClause? order, IReadOnlyList<BoundColumn> output, Scope scope)
    {
        foreach (var expression in order?.OrderByElements.Select(element => element.Expression) ?? [])
        {
            var known = expression is ColumnReferenceExpression { MultiPartIdentifier.Count: 1 } column
                ? output.FirstOrDefault(one => one.Name.IsSame(column.Last()))
                : null;
            if (known is null)
                BindExpression(expression, scope);
            else
                bound.Columns[(ColumnReferenceExpression)expression] = known with { Source = null };
        }
    }

    private void BindFrom(FromClause from, Scope scope, List<BooleanExpression> conditions)
    {
        foreach (var reference in from.TableReferences)
            BindSource(reference, scope, conditions);
    }

    private void BindSource(TableReference reference, Scope scope, List<BooleanExpression> conditions)
    {
        switch (reference)
        {
            case QualifiedJoin join:
                BindSource(join.FirstTableReference, scope, conditions);
                BindSource(join.SecondTableReference, scope, conditions);
                AddConditions(join.SearchCondition, conditions);
                break;
            case JoinTableReference join:
                BindSource(join.FirstTableReference, scope, conditions);
                BindSource(join.SecondTableReference, scope, conditions);
                break;
            case JoinParenthesisTableReference parenthesis:
                BindSource(parenthesis.Join, scope, conditions);
                break;
            default:
                scope.Sources.Add(SourceOf(reference, scope));
                break;
        }
    }

    private RowSource SourceOf(TableReference reference, Scope scope)
    {
        var alias = (reference as TableReferenceWithAlias)?.Alias?.Value;
        switch (reference)
        {
            case NamedTableReference named:
                return Named(named.SchemaObject, alias ?? named.SchemaObject.Last(), scope);
            case QueryDerivedTable derived:
                var output = Whole(derived.QueryExpression, BindQuery(derived.QueryExpression, scope));
                return RowSource.Of(alias ?? "", output, derived.Columns);
            case OpenJsonTableReference json:
                BindExpression(json.Variable, scope);
                return RowSource.Of(alias ?? "", SqlValueKind.Json, JsonColumns(json));
            case InlineDerivedTable rows:
                foreach (var row in rows.RowValues)
                    BindExpression(row, scope);
                var types = rows.RowValues[0].ColumnValues.Select(bound.Typing.Of).ToList();
                return RowSource.Of(
                    alias ?? "",
                    SqlValueKind.Computed,
                    rows.Columns.Select((column, index) => (column.Value, types[index].Type)));
            case VariableTableReference variable:
                return RowSource.Of(
                    alias ?? variable.Variable.Name,
                    SqlValueKind.Parameter,
                    bound.TableVariables.GetValueOrDefault(variable.Variable.Name) ?? []);
            default:
                return RowSource.Unknown(alias ?? "");
        }
    }

    private RowSource Named(SchemaObjectName name, string alias, Scope scope)
    {
        if (name.Count == 1 && scope.FindCommon(name.Last()) is { } common)
            return RowSource.Of(alias, common, []);
        var isOwn = name.SchemaIdentifier is null || name.SchemaIdentifier.Value.IsSame("dbo");
        if (isOwn && bound.Schema.TryGetValue(name.Last(), out var table))
            return RowSource.Of(alias, table);
        if (isOwn)
            bound.Faults.Add($"there is no table {name.Last()}");
        return RowSource.Unknown(alias);
    }

    private static IEnumerable<(string Name, SqlType? Type)> JsonColumns(OpenJsonTableReference json) =>
        json.SchemaDeclarationItems.Count > 0
            ? json.SchemaDeclarationItems.Select(item => (
                item.ColumnDefinition.ColumnIdentifier.Value, SqlType.Of(item.ColumnDefinition.DataType)))
            :
            [
                ("key", SqlType.Text(isUnicode: true, 4000)),
                ("value", SqlType.Text(isUnicode: true, SqlType.Max)),
                ("type", SqlType.Int),
            ];

    private static void AddConditions(BooleanExpression? condition, List<BooleanExpression> conditions)
    {
        switch (condition)
        {
            case null:
                break;
            case BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both:
                AddConditions(both.FirstExpression, conditions);
                AddConditions(both.SecondExpression, conditions);
                break;
            case BooleanParenthesisExpression parenthesis:
                AddConditions(parenthesis.Expression, conditions);
                break;
            default:
                conditions.Add(condition);
                break;
        }
    }
}
