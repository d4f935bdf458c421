using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Gateway.Data;

/// <summary>A civil date as the database keeps it, such as <c>2026-01-31</c> in SQLite.</summary>
/// <param name="Value">The date.</param>
internal readonly record struct DbDate(DateOnly Value)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The date as SQLite keeps it.</summary>
    public string ToText() => Value.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Tells Dapper how.</summary>
    internal sealed class Handler : SqlMapper.TypeHandler<DbDate>
    {
        public override void SetValue(IDbDataParameter parameter, DbDate value)
        {
            if (parameter is SqlParameter sql)
            {
                sql.SqlDbType = SqlDbType.Date;
                sql.Value = value.Value.ToDateTime(TimeOnly.MinValue);
                return;
            }
            parameter.DbType = DbType.AnsiString;
            parameter.Value = value.ToText();
        }

        public override DbDate Parse(object value) => new(value is DateTime day
            ? DateOnly.FromDateTime(day)
            : DateOnly.ParseExact((string)value, Format, CultureInfo.InvariantCulture));
    }
}
