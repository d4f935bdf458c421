using Gateway.TSqlTests.Binding;
using Gateway.TSqlTests.Schema;

namespace Gateway.TSqlTests.Broken;

/// <summary>The proof does not refuse what is right, in forms that the shipped statements do not have.</summary>
public sealed class SoundStatementTests(TriggerSchema schema) : IClassFixture<TriggerSchema>
{
    [Theory]
    [InlineData("SELECT line_number FROM settlement_item WHERE fine_id = @Id AND is_active = 1")]
    [InlineData("SELECT id FROM fine WITH (UPDLOCK, READPAST, ROWLOCK, READCOMMITTEDLOCK) WHERE id = @Id")]
    [InlineData("SELECT id FROM fine WHERE vehicle_id = @Id AND amount > 100 AND amount < 0.25 AND status IN (1, 3)")]
    [InlineData("SELECT status, SUM(amount) AS total FROM fine WHERE vehicle_id = @Id GROUP BY status ORDER BY status")]
    [InlineData("SELECT f.id, (SELECT COUNT(*) FROM settlement_item i WHERE i.settlement_id = f.id) AS n"
        + " FROM fine f WHERE f.id = @Id")]
    [InlineData("SELECT SUM(total) AS total FROM (SELECT SUM(amount) AS total FROM fine WHERE vehicle_id = @Id"
        + " GROUP BY status) AS part WHERE total > 10")]
    [InlineData("SELECT v.id FROM fine f JOIN vehicle v ON v.id = f.vehicle_id WHERE f.id = @Id AND v.plate_kind = 1")]
    [InlineData("DECLARE @Done TABLE (id bigint NOT NULL);"
        + " UPDATE fine SET status = 2 OUTPUT INSERTED.id INTO @Done WHERE id = @Id;"
        + " SELECT f.fine_number FROM @Done d JOIN fine f ON f.id = d.id")]
    [InlineData("WITH next AS (SELECT TOP (10) fine_id, settlement_id, is_active FROM settlement_item"
        + " WHERE settlement_id = @Id ORDER BY line_number)"
        + " UPDATE next SET is_active = 0 OUTPUT INSERTED.fine_id")]
    [InlineData("UPDATE next SET is_active = 0 FROM (SELECT TOP (10) settlement_id, is_active FROM settlement_item"
        + " WHERE settlement_id = @Id ORDER BY line_number) AS next")]
    public void Statement_Sound_HasNoProblem(string sql)
    {
        var statement = new StatementText("sound", sql, TSql.Parameters("@Id bigint"));

        var problems = schema.Proof.Problems(statement);

        Assert.Empty(problems);
    }
}
