using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>A list comes as one nvarchar(max), and how many rows as an integer.</summary>
internal sealed class JsonParameters : IRule
{
    private static readonly SqlType Json = SqlType.Text(isUnicode: true, SqlType.Max);

    public string Name => "json and limits";

    public IEnumerable<string> Check(BoundStatement statement)
    {
        var uses = new Uses();
        statement.Script.Accept(uses);
        foreach (var value in uses.Lists.Select(statement.Typing.Of).Where(value => value.Type != Json))
            yield return $"OPENJSON reads {value}, not {Json}";
        foreach (var value in uses.Limits.Select(statement.Typing.Of).Where(value => value.Type?.IsInteger == false))
            yield return $"TOP takes {value}, which is no integer";
    }

    private sealed class Uses : TSqlFragmentVisitor
    {
        public List<ScalarExpression> Lists { get; } = [];

        public List<ScalarExpression> Limits { get; } = [];

        public override void Visit(OpenJsonTableReference node) => Lists.Add(node.Variable);

        public override void Visit(TopRowFilter node) => Limits.Add(node.Expression);
    }
}
