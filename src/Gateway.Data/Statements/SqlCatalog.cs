using System.Collections.Frozen;
using System.Reflection;

namespace Gateway.Data;

/// <summary>The statements of one dialect by name. Thread-safe.</summary>
internal sealed class SqlCatalog
{
    private readonly FrozenDictionary<string, string> _texts;

    private SqlCatalog(FrozenDictionary<string, string> texts) => _texts = texts;

    /// <summary>The text of a statement.</summary>
    public string this[string name] => _texts[name];

    /// <summary>Loads the statements; the dialect's own file wins over the common one.</summary>
    /// <exception cref="InvalidOperationException">A name without a file, or a file without a name.</exception>
    public static SqlCatalog Load(SqlDialect dialect) =>
        Load(EmbeddedSql.Read("Sql.Common"), EmbeddedSql.Read($"Sql.{dialect}"), Names(dialect));

    /// <summary>As <see cref="Load(SqlDialect)"/>, from given files and names.</summary>
    internal static SqlCatalog Load(
        IReadOnlyDictionary<string, string> common,
        IReadOnlyDictionary<string, string> own,
        IReadOnlyCollection<string> names)
    {
        var texts = new Dictionary<string, string>(common);
        foreach (var (name, text) in own)
            texts[name] = text;
        var missing = names.Except(texts.Keys).Order().ToList();
        var orphans = texts.Keys.Except(names).Order().ToList();
        if (missing.Count > 0 || orphans.Count > 0)
        {
            throw new InvalidOperationException(
                $"SQL statements without a file: [{string.Join(", ", missing)}]; "
                + $"files without a statement: [{string.Join(", ", orphans)}].");
        }
        return new SqlCatalog(texts.ToFrozenDictionary());
    }

    /// <summary>All names in <see cref="StatementName"/>, and those that only this dialect has.</summary>
    internal static IReadOnlyCollection<string> Names(SqlDialect dialect) =>
    [
        .. Constants(typeof(StatementName)),
        .. Constants(dialect == SqlDialect.Sqlite ? typeof(SqliteStatementName) : typeof(SqlServerStatementName)),
    ];

    private static IEnumerable<string> Constants(Type names) => names
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);
}
