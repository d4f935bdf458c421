using System.Data;
using Dapper;
using Gateway.Domain;
using Microsoft.Data.SqlClient;

namespace Gateway.Data;

/// <summary>
/// The one place where money becomes a column's value and back: whole piastres in SQLite, decimal(12,2) in SQL Server.
/// </summary>
internal static class DbMoney
{
    /// <summary>Tells Dapper how.</summary>
    internal sealed class Handler : SqlMapper.TypeHandler<Money>
    {
        public override void SetValue(IDbDataParameter parameter, Money value)
        {
            if (parameter is SqlParameter sql)
            {
                sql.SqlDbType = SqlDbType.Decimal;
                sql.Precision = 12;
                sql.Scale = 2;
                sql.Value = value.Amount;
                return;
            }
            parameter.DbType = DbType.Int64;
            parameter.Value = value.Piastres;
        }

        public override Money Parse(object value) =>
            value is decimal amount ? Money.FromAmount(amount) : Money.FromPiastres((long)value);
    }
}
