using Gateway.TSqlTests.Rules;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests;

/// <summary>Each statement as it is shipped, against the schema as it is shipped.</summary>
[Collection(nameof(Catalog))]
public sealed class StatementTests(Catalog catalog)
{
    public static TheoryData<string> Names => [.. Catalog.Names];

    public static TheoryData<string> Exceptions => [.. IndexCoverage.Exceptions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Statement_AgainstSchema_HasNoProblem(string name)
    {
        var problems = catalog.Proof.Problems(catalog.Statement(name));

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Statement_TypesThatMeet_AreKnown(string name)
    {
        var bound = catalog.Proof.Bind(catalog.Statement(name));
        var comparisons = new Comparisons();
        bound.Script.Accept(comparisons);

        var values = comparisons.Found
            .SelectMany(pair => new[] { bound.Typing.Of(pair.First), bound.Typing.Of(pair.Second) })
            .Concat(Assignments.Of(bound).Select(one => one.Value));

        // Of catalog views no types are known; NULL has none.
        var isOfSchema = !Proof.IsBeyondModel(name);
        Assert.DoesNotContain(values, value => isOfSchema && value is { Type: null, Literal: not NullLiteral });
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void IndexException_Statement_StillNeedsIt(string name)
    {
        var bound = catalog.Proof.Bind(catalog.Statement(name));

        Assert.NotEmpty(IndexCoverage.Faults(bound));
    }
}
