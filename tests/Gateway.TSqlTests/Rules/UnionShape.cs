using Gateway.TSqlTests.Binding;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Rules;

/// <summary>The parts of a UNION have as many columns as each other, of types that go together.</summary>
internal sealed class UnionShape : IRule
{
    public string Name => "union shape";

    public IEnumerable<string> Check(BoundStatement statement)
    {
        foreach (var union in statement.Outputs.Keys.OfType<BinaryQueryExpression>())
        {
            var parts = Assignments.Outputs(union, statement).ToList();
            foreach (var part in parts.Skip(1))
            {
                if (part.Count != parts[0].Count)
                    yield return $"parts of a UNION have {parts[0].Count} and {part.Count} columns";
                foreach (var (one, other) in parts[0].Zip(part))
                {
                    if (one.Value.Type is { } a && other.Value.Type is { } b && a.IsText != b.IsText)
                        yield return $"a column of a UNION is {one.Value} and {other.Value}";
                }
            }
        }
    }
}
