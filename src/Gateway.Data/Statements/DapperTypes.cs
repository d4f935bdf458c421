using Dapper;

namespace Gateway.Data;

/// <summary>Dapper's type maps are global to the process; they are set once, before the first statement.</summary>
internal static class DapperTypes
{
    private static readonly Lock Gate = new();
    private static bool _registered;

    /// <summary>Sets the type maps unless that was done. Thread-safe.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (_registered)
                return;
            SqlMapper.AddTypeHandler(new DbTime.Handler());
            SqlMapper.AddTypeHandler(new DbDate.Handler());
            SqlMapper.AddTypeHandler(new DbMoney.Handler());
            _registered = true;
        }
    }
}
