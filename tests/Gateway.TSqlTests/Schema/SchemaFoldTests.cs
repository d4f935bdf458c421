using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gateway.TSqlTests.Schema;

public sealed class SchemaFoldTests
{
    private const string Create = """
        CREATE TABLE dbo.t (
          id bigint IDENTITY (1, 1) NOT NULL CONSTRAINT t_key PRIMARY KEY,
          code varchar(5) COLLATE Latin1_General_BIN2 NOT NULL,
          note nvarchar(20) NULL,
          CONSTRAINT t_code CHECK (code <> '')
        )
        GO
        CREATE UNIQUE INDEX t_code_index ON dbo.t (code, id) WHERE note IS NOT NULL
        """;

    [Fact]
    public void Fold_TableAndIndex_AreRead()
    {
        var table = SchemaFold.Of(Create).Tables()["t"];

        Assert.Equal(new SqlColumn("id", SqlType.BigInt, false, true, false, null), table.Columns[0]);
        Assert.Equal(
            new SqlColumn("code", SqlType.Text(false, 5), false, false, false, "Latin1_General_BIN2"),
            table.Columns[1]);
        Assert.Equal(["id"], table.Indexes[0].Keys);
        Assert.Equal(["code", "id"], table.Indexes[1].Keys);
        Assert.Equal((true, "note IS NOT NULL"), (table.Indexes[1].IsUnique, table.Indexes[1].Filter!.Written()));
    }

    [Fact]
    public void Fold_Alterations_AreApplied()
    {
        var table = SchemaFold.Of(
            Create,
            """
            ALTER TABLE dbo.t ADD total decimal(12, 2) NOT NULL CONSTRAINT t_total DEFAULT (0), state int NULL
            ALTER TABLE dbo.t ADD CONSTRAINT t_state DEFAULT (1) FOR state
            ALTER TABLE dbo.t ALTER COLUMN code varchar(9) NULL
            ALTER TABLE dbo.t DROP CONSTRAINT t_code, t_total, COLUMN note
            DROP INDEX t_code_index ON dbo.t
            """).Tables()["t"];

        Assert.Equal(["id", "code", "total", "state"], table.Columns.Select(column => column.Name));
        Assert.Equal(new SqlColumn("code", SqlType.Text(false, 9), true, false, false, null), table.Columns[1]);
        Assert.Equal([false, true], table.Columns.Skip(2).Select(column => column.IsGiven));
        Assert.Single(table.Indexes);
    }

    [Fact]
    public void Fold_Triggers_AreOfTheirTable()
    {
        var table = SchemaFold.Of(
            Create,
            """
            CREATE TRIGGER t_moves ON dbo.t AFTER UPDATE, DELETE AS SET NOCOUNT ON
            GO
            CREATE OR ALTER TRIGGER t_moves ON dbo.t AFTER UPDATE AS SET NOCOUNT ON
            """).Tables()["t"];

        Assert.Equal([TriggerActionType.Update], table.Triggers);
    }

    [Fact]
    public void Fold_StatementThatItDoesNotKnow_IsRefused()
    {
        var exception = Assert.Throws<NotSupportedException>(() => SchemaFold.Of(Create, "EXEC sp_rename 't', 'u'"));

        Assert.Contains("ExecuteStatement", exception.Message);
    }
}
