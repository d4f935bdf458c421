using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Gateway.Data;

/// <summary>A moment as the database keeps it: UTC, whole milliseconds (finer parts are cut off).</summary>
/// <param name="Value">The moment.</param>
internal readonly record struct DbTime(DateTimeOffset Value)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A time before all others, for the first page.</summary>
    public static DbTime First => new(DateTimeOffset.MinValue);

    // As in SQLite, finer parts are cut off; SQL Server would round.
    private DateTime WholeMilliseconds =>
        new(Value.UtcTicks - (Value.UtcTicks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

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
            if (parameter is SqlParameter sql)
            {
                sql.SqlDbType = SqlDbType.DateTime2;
                sql.Scale = 3;
                sql.Value = value.WholeMilliseconds;
                return;
            }
            parameter.DbType = DbType.AnsiString;
            parameter.Value = value.ToText();
        }

        public override DbTime Parse(object value) => value is DateTime moment
            ? new DbTime(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)))
            : FromText((string)value);
    }
}
