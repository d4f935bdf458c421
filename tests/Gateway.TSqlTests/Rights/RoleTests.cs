using Gateway.Data;
using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Rights;

/// <summary>The role of the gateway's login may do what the statements need, and no more.</summary>
[Collection(nameof(Catalog))]
public sealed class RoleTests(Catalog catalog)
{
    private const string Role = "traffic_gateway";

    /// <summary>Sample data is not loaded, and the schema not changed, by the gateway's own login.</summary>
    private static readonly string[] OfOthers = ["sample_", "schema_"];

    [Fact]
    public void Role_RightsGranted_AreThoseThatStatementsNeed()
    {
        var granted = GrantedRights.Of(catalog.Schema, Role).ToHashSet();
        var needed = Needed().ToLookup(one => one.Right, one => one.Statement);

        Assert.Empty(needed
            .Where(right => !granted.Contains(right.Key))
            .Select(right => $"{string.Join(", ", right)}: rights: {right.Key} is not granted"));
        Assert.Empty(granted
            .Where(right => !needed.Contains(right))
            .Select(right => $"{Role}: rights: {right} is granted, but no statement needs it"));
    }

    [Fact]
    public void Role_AllGrants_AreToTheRole()
    {
        var principals = catalog.Schema.Grants.SelectMany(grant => grant.Principals)
            .Select(principal => principal.Identifier?.Value)
            .Distinct();

        Assert.Equal([Role], principals);
    }

    [Theory]
    [InlineData("UPDATE fine SET status = 1 WHERE id = 2", "SELECT fine", "UPDATE fine (status)")]
    [InlineData("DELETE FROM fine WHERE id = 2", "DELETE fine", "SELECT fine")]
    [InlineData("INSERT INTO reconciliation_run (caller) VALUES ('a')", "INSERT reconciliation_run")]
    [InlineData(
        "INSERT INTO reconciliation_run (caller) OUTPUT INSERTED.id VALUES ('a')",
        "INSERT reconciliation_run", "SELECT reconciliation_run")]
    [InlineData("SELECT COUNT(*) FROM driver d JOIN fine f ON f.driver_id = d.id", "SELECT driver", "SELECT fine")]
    [InlineData("SELECT 1 AS a WHERE EXISTS (SELECT 1 FROM vehicle)", "SELECT vehicle")]
    public void NeededRights_Statement_AreThese(string sql, params string[] rights)
    {
        var bound = catalog.Proof.Bind(new StatementText("statement", sql, TSql.Parameters("")));

        Assert.Equal(rights, NeededRights.Of(bound).Order());
    }

    [Theory]
    [InlineData("GRANT SELECT, INSERT ON dbo.t TO traffic_gateway", "INSERT t", "SELECT t")]
    [InlineData("GRANT UPDATE ON dbo.t (b) TO traffic_gateway", "UPDATE t (b)")]
    [InlineData("GRANT UPDATE ON dbo.t TO traffic_gateway", "UPDATE t (a)", "UPDATE t (b)")]
    [InlineData("GRANT SELECT ON dbo.t TO traffic_gateway WITH GRANT OPTION", "SELECT t with grant option")]
    [InlineData("GRANT CONTROL TO traffic_gateway", "CONTROL everything")]
    public void GrantedRights_Grant_AreThese(string grant, params string[] rights)
    {
        var schema = SchemaFold.Of("CREATE TABLE dbo.t (a int NOT NULL, b int NOT NULL)", grant);

        Assert.Equal(rights, GrantedRights.Of(schema, Role).Order());
    }

    private IEnumerable<(string Right, string Statement)> Needed() =>
        from statement in Catalog.Names
            .Where(name => !OfOthers.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(catalog.Statement)
            // At the start the gateway looks which scripts ran.
            .Append(new StatementText("journal", JournalTable.List, TSql.Parameters("")))
        from right in NeededRights.Of(catalog.Proof.Bind(statement))
        select (right, statement.Name);
}
