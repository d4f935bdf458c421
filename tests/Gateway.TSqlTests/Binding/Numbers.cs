using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Binding;

/// <summary>Types of what the server computes from numbers: "Precision, scale, and length (Transact-SQL)".</summary>
internal static class Numbers
{
    private const int MostDigits = 38;
    private const int LeastScale = 6;

    /// <summary>The type that holds both, of CASE, COALESCE and the like.</summary>
    public static SqlType? Wider(SqlType? one, SqlType other)
    {
        if (one is null || one == other)
            return other;
        if (one.IsInteger && other.IsInteger)
            return one.IntegerRank > other.IntegerRank ? one : other;
        if (AsDecimal(one) is { } a && AsDecimal(other) is { } b)
            return Sized(Math.Max(Whole(a), Whole(b)), Math.Max(a.Scale!.Value, b.Scale!.Value));
        if (one.IsText && other.IsText)
        {
            var isMax = one.Length == SqlType.Max || other.Length == SqlType.Max;
            var length = isMax ? SqlType.Max : Math.Max(one.Length!.Value, other.Length!.Value);
            return SqlType.Text(one.IsUnicode || other.IsUnicode, length);
        }
        return other.IsText ? one : other;
    }

    /// <summary>The type of an operator's outcome; null where no rule needs it.</summary>
    public static SqlType? Of(BinaryExpressionType operation, SqlType? one, SqlType? other)
    {
        if (one is null || other is null)
            return null;
        if (one.IsInteger && other.IsInteger)
            return Wider(one, other);
        if (AsDecimal(one) is not { } a || AsDecimal(other) is not { } b)
            return one.IsText && other.IsText ? SqlType.Text(one.IsUnicode || other.IsUnicode, SqlType.Max) : null;
        var (scaleA, scaleB) = (a.Scale!.Value, b.Scale!.Value);
        switch (operation)
        {
            case BinaryExpressionType.Add or BinaryExpressionType.Subtract:
                return Sized(Math.Max(Whole(a), Whole(b)) + 1, Math.Max(scaleA, scaleB));
            case BinaryExpressionType.Multiply:
                return Sized(Whole(a) + Whole(b) + 1, scaleA + scaleB);
            case BinaryExpressionType.Divide:
                return Sized(Whole(a) + scaleB, Math.Max(LeastScale, scaleA + b.Precision!.Value + 1));
            default:
                return null;
        }
    }

    private static int Whole(SqlType type) => type.Precision!.Value - type.Scale!.Value;

    private static SqlType Sized(int whole, int scale)
    {
        if (whole + scale <= MostDigits)
            return SqlType.Decimal(whole + scale, scale);
        return SqlType.Decimal(MostDigits, Math.Max(Math.Min(scale, LeastScale), MostDigits - whole));
    }

    private static SqlType? AsDecimal(SqlType type) => type.Name switch
    {
        "decimal" => type,
        "bit" => SqlType.Decimal(1, 0),
        "tinyint" => SqlType.Decimal(3, 0),
        "smallint" => SqlType.Decimal(5, 0),
        "int" => SqlType.Decimal(10, 0),
        "bigint" => SqlType.Decimal(19, 0),
        _ => null,
    };
}
