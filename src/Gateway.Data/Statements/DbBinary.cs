using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Gateway.Data;

/// <summary>Bytes as a parameter with the exact type of their column.</summary>
/// <param name="value">The bytes.</param>
/// <param name="length">Length of a varbinary(n) column; -1 for varbinary(max).</param>
internal sealed class DbBinary(ReadOnlyMemory<byte> value, int length = -1) : SqlMapper.ICustomQueryParameter
{
    private SqlDbType _type = SqlDbType.VarBinary;

    /// <summary>Bytes for a binary(n) column.</summary>
    public static DbBinary Fixed(ReadOnlyMemory<byte> value, int length) =>
        new(value, length) { _type = SqlDbType.Binary };

    /// <inheritdoc/>
    public void AddParameter(IDbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = DbType.Binary;
        if (parameter is SqlParameter sql)
        {
            sql.SqlDbType = _type;
            sql.Size = length;
        }
        parameter.Value = value.ToArray();
        command.Parameters.Add(parameter);
    }
}
