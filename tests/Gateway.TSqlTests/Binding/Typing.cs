using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Binding;

/// <summary>Types of expressions, as far as the server's own rules are needed here.</summary>
internal sealed class Typing(BoundStatement bound)
{
    /// <summary>Kind and type of an expression whose names were looked up.</summary>
    public SqlValue Of(ScalarExpression expression) => expression switch
    {
        ColumnReferenceExpression column => OfColumn(column),
        VariableReference variable => new SqlValue(
            SqlValueKind.Parameter, bound.Variables.GetValueOrDefault(variable.Name), variable.Name),
        Literal literal => new SqlValue(SqlValueKind.Literal, OfLiteral(literal), literal.Written(), literal),
        ParenthesisExpression parenthesis => Of(parenthesis.Expression),
        UnaryExpression { Expression: Literal } signed => new SqlValue(
            SqlValueKind.Literal, Of(signed.Expression).Type, signed.Written()),
        CastCall cast => Cast(cast, cast.DataType),
        TryCastCall cast => Cast(cast, cast.DataType),
        ConvertCall convert => Cast(convert, convert.DataType),
        TryConvertCall convert => Cast(convert, convert.DataType),
        _ => new SqlValue(SqlValueKind.Computed, Computed(expression), expression.Written()),
    };

    private SqlValue OfColumn(ColumnReferenceExpression column)
    {
        if (!bound.Columns.TryGetValue(column, out var known))
            return new SqlValue(SqlValueKind.Computed, null, column.Written());
        return column.Collation is null ? known.Value : known.Value with { Collation = column.Collation.Value };
    }

    private static SqlValue Cast(PrimaryExpression cast, DataTypeReference type) =>
        new(SqlValueKind.Cast, SqlType.Of(type), cast.Written(), null, cast.Collation?.Value);

    private static SqlType? OfLiteral(Literal literal) => literal switch
    {
        IntegerLiteral integer => integer.Value.Length < 10 ? SqlType.Int : SqlType.BigInt,
        NumericLiteral number => SqlType.Decimal(
            number.Value.Replace(".", "").Length, number.Value.Length - number.Value.IndexOf('.') - 1),
        StringLiteral text => SqlType.Text(text.IsNational, text.Value.Length),
        BinaryLiteral binary => new SqlType("varbinary", (binary.Value.Length - 2) / 2),
        _ => null,
    };

    private SqlType? Computed(ScalarExpression expression) => expression switch
    {
        BinaryExpression both => Numbers.Of(
            both.BinaryExpressionType, Of(both.FirstExpression).Type, Of(both.SecondExpression).Type),
        UnaryExpression signed => Of(signed.Expression).Type,
        CoalesceExpression coalesce => Widest(coalesce.Expressions),
        NullIfExpression nullIf => Of(nullIf.FirstExpression).Type,
        IIfCall choice => Widest([choice.ThenExpression, choice.ElseExpression]),
        SearchedCaseExpression choice => Widest(
            [.. choice.WhenClauses.Select(when => when.ThenExpression), choice.ElseExpression]),
        SimpleCaseExpression choice => Widest(
            [.. choice.WhenClauses.Select(when => when.ThenExpression), choice.ElseExpression]),
        ScalarSubquery subquery => bound.Outputs.GetValueOrDefault(subquery.QueryExpression) is [var only, ..]
            ? only.Value.Type
            : null,
        FunctionCall call => OfFunction(call),
        _ => null,
    };

    private SqlType? OfFunction(FunctionCall call)
    {
        var first = call.Parameters.Count > 0 ? Of(call.Parameters[0]).Type : null;
        return call.FunctionName.Value.ToUpperInvariant() switch
        {
            "COUNT" or "LEN" or "DATALENGTH" or "DATEDIFF" or "DATEPART" or "CHARINDEX" => SqlType.Int,
            "COUNT_BIG" or "ROW_NUMBER" or "RANK" or "DATEDIFF_BIG" => SqlType.BigInt,
            "SUM" => first is { Name: "decimal" } ? first with { Precision = 38 } : first,
            "MIN" or "MAX" or "ISNULL" or "ABS" => first,
            "CONCAT" => SqlType.Text(isUnicode: true, 4000),
            "SYSUTCDATETIME" => new SqlType("datetime2", Scale: 7),
            "DATEADD" => Of(call.Parameters[2]).Type,
            _ => null,
        };
    }

    private SqlType? Widest(IEnumerable<ScalarExpression?> expressions) => expressions
        .OfType<ScalarExpression>()
        .Select(expression => Of(expression).Type)
        .OfType<SqlType>()
        .Aggregate((SqlType?)null, Numbers.Wider);
}
