using System.Data;
using Dapper;

namespace Gateway.Data;

/// <summary>A moment or none, as a parameter with the type of its column also where there is none.</summary>
/// <param name="value">The moment; null for none.</param>
internal sealed class DbOptionalTime(DateTimeOffset? value) : SqlMapper.ICustomQueryParameter
{
    private static readonly DbTime.Handler Handler = new();

    /// <inheritdoc/>
    public void AddParameter(IDbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        Handler.SetValue(parameter, new DbTime(value ?? DateTimeOffset.UnixEpoch));
        if (value is null)
            parameter.Value = DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
