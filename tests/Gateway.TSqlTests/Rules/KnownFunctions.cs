using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>
/// A statement calls functions that SQL Server 2019 has, with as many arguments as they take: DacFx lets any name pass.
/// </summary>
internal sealed class KnownFunctions : IRule
{
    private static readonly Dictionary<string, (int Least, int Most)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ABS"] = (1, 1),
        ["AVG"] = (1, 1),
        ["CEILING"] = (1, 1),
        ["CHARINDEX"] = (2, 3),
        ["CONCAT"] = (2, 254),
        ["COUNT"] = (1, 1),
        ["COUNT_BIG"] = (1, 1),
        ["DATALENGTH"] = (1, 1),
        ["DATEADD"] = (3, 3),
        ["DATEDIFF"] = (3, 3),
        ["DATEDIFF_BIG"] = (3, 3),
        ["DATEPART"] = (2, 2),
        ["DB_ID"] = (0, 1),
        ["DENSE_RANK"] = (0, 0),
        ["FLOOR"] = (1, 1),
        ["HASHBYTES"] = (2, 2),
        ["ISJSON"] = (1, 1),
        ["ISNULL"] = (2, 2),
        ["JSON_QUERY"] = (1, 2),
        ["JSON_VALUE"] = (2, 2),
        ["LAG"] = (1, 3),
        ["LEAD"] = (1, 3),
        ["LEN"] = (1, 1),
        ["LOWER"] = (1, 1),
        ["MAX"] = (1, 1),
        ["MIN"] = (1, 1),
        ["OBJECT_ID"] = (1, 2),
        ["RANK"] = (0, 0),
        ["REPLACE"] = (3, 3),
        ["ROUND"] = (2, 3),
        ["ROW_NUMBER"] = (0, 0),
        ["ROWCOUNT_BIG"] = (0, 0),
        ["SCOPE_IDENTITY"] = (0, 0),
        ["STRING_AGG"] = (2, 2),
        ["SUBSTRING"] = (3, 3),
        ["SUM"] = (1, 1),
        ["SYSUTCDATETIME"] = (0, 0),
        ["UPPER"] = (1, 1),
    };

    public string Name => "known functions";

    public IEnumerable<string> Check(BoundStatement statement)
    {
        var calls = new Calls();
        statement.Script.Accept(calls);
        foreach (var call in calls.Found)
        {
            var name = call.FunctionName.Value;
            if (!Known.TryGetValue(name, out var arguments))
                yield return $"{name} is not among the functions of SQL Server 2019 that are known here";
            else if (call.Parameters.Count < arguments.Least || call.Parameters.Count > arguments.Most)
                yield return $"{name} does not take {call.Parameters.Count} arguments";
        }
        foreach (var source in calls.Sources)
            yield return $"{source} is not among the functions of SQL Server 2019 that are known here";
    }

    private sealed class Calls : TSqlFragmentVisitor
    {
        public List<FunctionCall> Found { get; } = [];

        public List<string> Sources { get; } = [];

        public override void Visit(FunctionCall node) => Found.Add(node);

        public override void Visit(SchemaObjectFunctionTableReference node) => Sources.Add(node.SchemaObject.Last());

        public override void Visit(GlobalFunctionTableReference node) => Sources.Add(node.Name.Value);
    }
}
