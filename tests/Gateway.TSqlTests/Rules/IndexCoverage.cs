using Gateway.TSqlTests.Binding;

namespace Gateway.TSqlTests.Rules;

/// <summary>
/// Each table that a condition narrows is reached by an index: starting from what is given, then along the joins. An
/// index reaches a table when the columns that are compared for equality are its leading keys, and perhaps some that it
/// includes, or when it is unique and all its keys are given; bits narrow nothing and do not count.
/// </summary>
internal sealed class IndexCoverage : IRule
{
    /// <summary>Statements that may read more, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["appeal_open_totals"] = "counts what is open; an index has just these appeals",
        ["reconciliation_run_list_stale"] = "one row for each list under way: rarely more than a few",
    };

    public string Name => "index coverage";

    public IEnumerable<string> Check(BoundStatement statement) =>
        Exceptions.ContainsKey(statement.Text.Name) ? [] : Faults(statement);

    /// <summary>What is wrong, exceptions included.</summary>
    public static IEnumerable<string> Faults(BoundStatement statement) =>
        statement.Queries.Where(query => query.Conditions.Count > 0).SelectMany(query => Faults(query, statement));

    private static IEnumerable<string> Faults(BoundQuery query, BoundStatement statement)
    {
        var access = new AccessPath(query, statement);
        var reached = query.Sources.Where(source => source.Table is null).ToHashSet();
        var left = query.Sources.Except(reached).ToList();
        while (left.FirstOrDefault(source => access.Reaches(source, reached)) is { } next)
        {
            reached.Add(next);
            left.Remove(next);
        }
        return left.Select(source =>
            $"no index of {source.Table!.Name} begins with what is given: {access.Describe(source, reached)}");
    }
}
