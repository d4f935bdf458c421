using System.Data;
using Dapper;
using Gateway.Domain;

namespace Gateway.Data;

/// <summary>The one place where money becomes a column's value and back: whole piastres in SQLite.</summary>
internal static class DbMoney
{
    /// <summary>Tells Dapper how.</summary>
    internal sealed class Handler : SqlMapper.TypeHandler<Money>
    {
        public override void SetValue(IDbDataParameter parameter, Money value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.Piastres;
        }

        public override Money Parse(object value) => Money.FromPiastres((long)value);
    }
}
