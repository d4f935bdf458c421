using System.Data;
using System.Globalization;
using Dapper;

namespace Gateway.Data;

/// <summary>A moment as the database keeps it: UTC, whole milliseconds (finer parts are cut off).</summary>
/// <param name="Value">The moment.</param>
internal readonly record struct DbTime(DateTimeOffset Value)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A time before all others, for the first page.</summary>
    public static DbTime First => new(DateTimeOffset.MinValue);

    /// <summary>The moment as SQLite keeps it; sorts as the moments do.</summary>
    public string ToText() => Value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static DbTime FromText(string text) =>
        new(DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    /// <summary>Tells Dapper how.</summary>
    internal sealed class Handler : SqlMapper.TypeHandler<DbTime>
    {
        public override void SetValue(IDbDataParameter parameter, DbTime value)
        {
            parameter.DbType = DbType.AnsiString;
            parameter.Value = value.ToText();
        }

        public override DbTime Parse(object value) => FromText((string)value);
    }
}
