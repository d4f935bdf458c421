using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Schema;

/// <summary>The type of a column, a parameter or an expression.</summary>
/// <param name="Name">Its name in lower case, such as <c>varchar</c>.</param>
/// <param name="Length">Characters of a text, bytes of a binary; -1 for max; null where the type has none.</param>
/// <param name="Precision">Digits of a decimal.</param>
/// <param name="Scale">Digits behind the point, of a number or of the seconds.</param>
internal sealed record SqlType(string Name, int? Length = null, int? Precision = null, int? Scale = null)
{
    /// <summary>Length of a type that was declared as max.</summary>
    public const int Max = -1;

    public static readonly SqlType Bit = new("bit");
    public static readonly SqlType Int = new("int");
    public static readonly SqlType BigInt = new("bigint");

    private static readonly string[] Integers = ["bit", "tinyint", "smallint", "int", "bigint"];

    public bool IsText => Name is "varchar" or "nvarchar" or "char" or "nchar";

    public bool IsUnicode => Name is "nvarchar" or "nchar";

    public bool IsBinary => Name is "binary" or "varbinary";

    public bool IsInteger => IntegerRank >= 0;

    public bool IsNumber => IsInteger || Name is "decimal" or "float" or "real" or "money";

    /// <summary>Place among the integer types, by size; -1 for others.</summary>
    public int IntegerRank => Array.IndexOf(Integers, Name);

    /// <summary>A text of up to this many characters.</summary>
    public static SqlType Text(bool isUnicode, int length) => new(isUnicode ? "nvarchar" : "varchar", length);

    /// <summary>A decimal of this size.</summary>
    public static SqlType Decimal(int precision, int scale) => new("decimal", null, precision, scale);

    /// <summary>As a script writes it; null for types that no rule knows.</summary>
    public static SqlType? Of(DataTypeReference? reference)
    {
        if (reference is UserDataTypeReference { Name.BaseIdentifier.Value: "sysname" })
            return Text(isUnicode: true, 128);
        if (reference is not SqlDataTypeReference type)
            return null;
        var name = type.SqlDataTypeOption.ToString().ToLowerInvariant();
        var sizes = type.Parameters
            .Select(size => size is MaxLiteral ? Max : int.Parse(size.Value, TSql.Invariant))
            .ToList();
        return name switch
        {
            "varchar" or "nvarchar" or "char" or "nchar" or "binary" or "varbinary" =>
                new SqlType(name, sizes.FirstOrDefault(1)),
            "decimal" or "numeric" => Decimal(sizes.FirstOrDefault(18), sizes.ElementAtOrDefault(1)),
            "datetime2" or "time" or "datetimeoffset" => new SqlType(name, Scale: sizes.FirstOrDefault(7)),
            _ => new SqlType(name),
        };
    }

    /// <summary>As a parameter carries it to the server.</summary>
    public static SqlType Of(SqlParameter parameter)
    {
        var name = parameter.SqlDbType.ToString().ToLowerInvariant();
        return parameter.SqlDbType switch
        {
            SqlDbType.VarChar or SqlDbType.Char or SqlDbType.Binary or SqlDbType.VarBinary =>
                new SqlType(name, LengthOf(parameter.Size, 8000)),
            SqlDbType.NVarChar or SqlDbType.NChar => new SqlType(name, LengthOf(parameter.Size, 4000)),
            SqlDbType.Decimal => Decimal(parameter.Precision, parameter.Scale),
            SqlDbType.DateTime2 or SqlDbType.Time or SqlDbType.DateTimeOffset =>
                new SqlType(name, Scale: parameter.Scale),
            _ => new SqlType(name),
        };
    }

    /// <summary>As a script writes it.</summary>
    public override string ToString() => this switch
    {
        { Length: Max } => $"{Name}(max)",
        { Length: { } length } => $"{Name}({length})",
        { Precision: { } precision } => $"{Name}({precision}, {Scale})",
        { Scale: { } scale } => $"{Name}({scale})",
        _ => Name,
    };

    private static int LengthOf(int size, int most) => size < 0 || size > most ? Max : size;
}
