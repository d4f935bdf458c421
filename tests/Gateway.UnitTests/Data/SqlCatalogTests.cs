using Gateway.Data;

namespace Gateway.UnitTests.Data;

public sealed class SqlCatalogTests
{
    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void Load_Dialect_HasEachNameAndNoOther(string name)
    {
        var dialect = Enum.Parse<SqlDialect>(name);
        var names = SqlCatalog.Names(dialect);

        var catalog = SqlCatalog.Load(dialect);

        Assert.All(names, statement => Assert.False(string.IsNullOrWhiteSpace(catalog[statement])));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Load_DialectsOwnFile_Wins()
    {
        var common = new Dictionary<string, string> { ["a"] = "common", ["b"] = "common" };
        var own = new Dictionary<string, string> { ["b"] = "own" };

        var catalog = SqlCatalog.Load(common, own, ["a", "b"]);

        Assert.Equal(("common", "own"), (catalog["a"], catalog["b"]));
    }

    [Fact]
    public void Load_NameWithoutFileAndFileWithoutName_TellsBoth()
    {
        var common = new Dictionary<string, string> { ["orphan"] = "SELECT 1" };

        var exception = Assert.Throws<InvalidOperationException>(() => SqlCatalog.Load(common, None, ["missing"]));

        Assert.Contains("orphan", exception.Message);
        Assert.Contains("missing", exception.Message);
    }

    [Fact]
    public void Common_EachStatement_IsFreeOfOneDialectsWords()
    {
        string[] words =
            ["LIMIT", "json_each", "RETURNING", "ON CONFLICT", "PRAGMA", "TOP (", "OUTPUT", "MERGE", "[dbo]"];

        var leaks =
            from statement in EmbeddedSql.Read("Sql.Common")
            from word in words
            where statement.Value.Contains(word, StringComparison.OrdinalIgnoreCase)
            select $"{statement.Key}: {word}";

        Assert.Empty(leaks);
    }
}
