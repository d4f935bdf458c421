using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Binding;

/// <summary>What names mean at a place of a statement.</summary>
/// <param name="parent">The query around; null for the outermost.</param>
internal sealed class Scope(Scope? parent)
{
    /// <summary>The sources of this query.</summary>
    public List<RowSource> Sources { get; } = [];

    /// <summary>Common table expressions that are named here.</summary>
    public Dictionary<string, QueryOutput> Common { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The common table expression of this name; null where there is none.</summary>
    public QueryOutput? FindCommon(string name) =>
        Common.TryGetValue(name, out var output) ? output : parent?.FindCommon(name);

    /// <summary>The columns that a reference may mean: of the innermost query that has any.</summary>
    public IReadOnlyList<BoundColumn> Find(string? source, string column)
    {
        var found = Sources
            .Where(one => source is null || one.Alias.IsSame(source))
            .Select(one => one.Columns is null ? Anything(one, column) : one.Find(column))
            .OfType<BoundColumn>()
            .ToList();
        return found.Count > 0 || parent is null ? found : parent.Find(source, column);
    }

    private static BoundColumn Anything(RowSource source, string column) =>
        new(column, new SqlValue(SqlValueKind.Computed, null, column), source);
}
