using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>Whether a value meets a column as it is, without the server converting either or cutting it off.</summary>
internal static class TypeMatch
{
    /// <summary>What is wrong; null where nothing is or where a type is not known.</summary>
    /// <param name="column">What decides: a column, or what stands for one.</param>
    /// <param name="value">What meets it.</param>
    public static string? Fault(SqlValue column, SqlValue value)
    {
        if (column.Type is not { } type || value.Type is not { } other)
            return null;
        if (value.Literal is { } literal)
            return LiteralFault(column, type, literal);
        if (value.IsDeclared && column.IsDeclared)
            return other == type ? null : $"{value} is not exactly {column}";
        return Holds(type, other) ? null : $"{column} does not hold {value} as it is";
    }

    private static bool Holds(SqlType column, SqlType value)
    {
        if (column.IsInteger || value.IsInteger)
            return value.IsInteger && column.IsNumber && (!column.IsInteger || value.IntegerRank <= column.IntegerRank);
        if (column.IsText)
            return value.IsText && column.IsUnicode == value.IsUnicode;
        return column.Name == value.Name && value.Scale.GetValueOrDefault() <= column.Scale.GetValueOrDefault();
    }

    private static string? LiteralFault(SqlValue column, SqlType type, Literal literal)
    {
        var isFit = literal switch
        {
            IntegerLiteral integer => type.IsNumber && IsInRange(type, long.Parse(integer.Value, TSql.Invariant)),
            NumericLiteral number => type.Name == "decimal"
                && number.Value.Length - number.Value.IndexOf('.') - 1 <= type.Scale,
            StringLiteral text => type.IsText
                && (type.IsUnicode || !text.IsNational)
                && (type.Length == SqlType.Max || text.Value.Length <= type.Length),
            BinaryLiteral => type.IsBinary,
            _ => true,
        };
        return isFit ? null : $"{literal.Written()} does not fit {column}";
    }

    private static bool IsInRange(SqlType type, long value) => type.Name switch
    {
        "bit" => value is 0 or 1,
        "tinyint" => value <= byte.MaxValue,
        "smallint" => value <= short.MaxValue,
        "int" => value <= int.MaxValue,
        "decimal" => Math.Abs(value).ToString(TSql.Invariant).Length <= type.Precision - type.Scale,
        _ => true,
    };
}
