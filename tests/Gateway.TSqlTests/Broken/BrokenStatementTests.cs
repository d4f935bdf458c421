using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Broken;

/// <summary>
/// The proof can fail: each of these statements is wrong in one way, and told by the rule that is there for it.
/// </summary>
public sealed class BrokenStatementTests(TriggerSchema schema) : IClassFixture<TriggerSchema>
{
    private static readonly BrokenStatement[] All = [.. BrokenReads.All, .. BrokenWrites.All];

    public static TheoryData<int, string> Statements
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (number, statement) in All.Index())
                data.Add(number, statement.Sql);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_Broken_IsToldByItsRule(int number, string sql)
    {
        var broken = All[number];

        var problems = schema.Proof.Problems(new StatementText("broken", sql, TSql.Parameters(broken.Parameters)));

        var told = problems.Where(problem => problem.Rule == broken.Rule).Select(problem => problem.ToString());
        Assert.Contains(told, text => text.StartsWith("broken: ", StringComparison.Ordinal)
            && text.Contains(broken.Words, StringComparison.Ordinal));
        // What is outside of the database DacFx does not find either.
        Assert.Empty(problems.Select(problem => problem.Rule).Except([broken.Rule, "names"]));
    }
}
