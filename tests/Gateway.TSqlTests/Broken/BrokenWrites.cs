namespace Gateway.TSqlTests.Broken;

/// <summary>Changes that SQL Server would refuse or carry out otherwise, and what the gateway never does.</summary>
internal static class BrokenWrites
{
    private const string Run = "INSERT INTO reconciliation_run (caller, request_id, business_date, start_time) ";

    public static readonly BrokenStatement[] All =
    [
        new(Run + "VALUES ('c', 'r', @Day, @Time, 1)", "insert shape", "4 columns but 5 values",
            "@Day date, @Time datetime2(3)"),
        new(Run + "SELECT 'c', 'r', @Day", "insert shape", "4 columns but 3 values", "@Day date"),
        new("INSERT INTO reconciliation_run VALUES ('c', 'r', @Day, @Time)",
            "insert shape", "does not name its columns", "@Day date, @Time datetime2(3)"),
        new("INSERT INTO reconciliation_run (caller, business_date, start_time) VALUES ('c', @Day, @Time)",
            "insert shape", "leaves out request_id", "@Day date, @Time datetime2(3)"),
        new("INSERT INTO business_day (business_date, is_closed, is_closed) VALUES (@Day, 0, 0)",
            "insert shape", "names a column twice", "@Day date"),
        new("INSERT INTO reconciliation_run (id, caller, request_id, business_date, start_time)"
            + " VALUES (@Id, 'c', 'r', @Day, @Time)",
            "insert shape", "gives id, which the server numbers", "@Id bigint, @Day date, @Time datetime2(3)"),
        new("INSERT INTO business_day (business_date, is_closed, reason) VALUES (@Day, 0, '')", "names",
            "has no column reason", "@Day date"),
        new(Run + "VALUES (@Caller, 'r', @Day, @Time)", "assignment types", "@Caller nvarchar(200) is not exactly",
            "@Caller nvarchar(200), @Day date, @Time datetime2(3)"),
        new(Run + "VALUES ('c', 'r', @Day, @Time)", "assignment types", "@Time datetime2(7)",
            "@Day date, @Time datetime2(7)"),
        new(Run + "VALUES ('c', NULL, @Day, @Time)", "assignment types", "request_id varchar(36) is not nullable",
            "@Day date, @Time datetime2(3)"),
        new("UPDATE business_day SET close_reason = @Reason WHERE business_date = @Day",
            "assignment types", "@Reason nvarchar(4000)", "@Reason nvarchar(4000), @Day date"),
        new("UPDATE business_day SET close_reason = @Reason WHERE business_date = @Day",
            "assignment types", "@Reason varchar(200)", "@Reason varchar(200), @Day date"),
        new("UPDATE business_day SET close_caller = @Reason + 'x' WHERE business_date = @Day",
            "assignment types", "does not hold @Reason + 'x'", "@Reason nvarchar(200), @Day date"),
        new("UPDATE fine SET amount = amount * 0.125 WHERE id = @Id", "assignment types", "fine.amount decimal(12, 2)",
            "@Id bigint"),
        new("UPDATE fine SET status = 'paid' WHERE id = @Id", "assignment types", "'paid' does not fit fine.status int",
            "@Id bigint"),
        new("UPDATE fine SET governorate_code = '123' WHERE id = @Id", "assignment types", "'123' does not fit",
            "@Id bigint"),
        new("INSERT INTO settlement_item (settlement_id, line_number, fine_id, amount, is_active)"
            + " SELECT @Id, j.line, j.fine, j.piastres / 100.0, 1"
            + " FROM OPENJSON(@List) WITH (line int, fine bigint, piastres bigint) AS j",
            "assignment types", "does not hold j.piastres / 100.0", "@Id bigint, @List nvarchar(max)"),
        new("INSERT INTO reconciliation_entry (run_id, settlement_number, entry_number, amount)"
            + " SELECT @Id, j.number, 1, 0 FROM OPENJSON(@List) WITH (number nvarchar(15)) AS j",
            "assignment types", "j.number nvarchar(15) is not exactly", "@Id bigint, @List nvarchar(max)"),
        new("INSERT INTO reconciliation_entry (run_id, settlement_number, entry_number, amount)"
            + " SELECT @Id, j.number, 1, 0 FROM OPENJSON(@List) WITH (number varchar(10)) AS j",
            "assignment types", "j.number varchar(10) is not exactly", "@Id bigint, @List nvarchar(max)"),
        new("UPDATE fine SET state = 1 WHERE id = @Id", "names", "fine has no column state", "@Id bigint"),
        new("UPDATE fine SET status = 1", "whole rows", "a change of fine has no WHERE"),
        new("DELETE FROM reconciliation_run", "whole rows", "a change of reconciliation_run has no WHERE"),
        new("DELETE FROM fine WHERE violation_time < @Time", "index coverage", "between (violation_time)",
            "@Time datetime2(3)"),
        new("UPDATE fine SET status = 2 OUTPUT INSERTED.id WHERE id = @Id", "output and triggers",
            "OUTPUT without INTO on fine, which has a trigger for Update", "@Id bigint"),
        new("UPDATE f SET status = 2 OUTPUT DELETED.status FROM fine f WHERE f.id = @Id", "output and triggers",
            "on fine", "@Id bigint"),
        new("MERGE business_day AS d USING (SELECT @Day AS day) AS s ON d.business_date = s.day"
            + " WHEN NOT MATCHED THEN INSERT (business_date, is_closed) VALUES (s.day, 0);",
            "allowed statements", "Merge is not allowed", "@Day date"),
        new("SELECT id FROM fine WITH (NOLOCK) WHERE id = @Id", "allowed hints", "NoLock on fine", "@Id bigint"),
        new("SELECT id FROM fine WITH (INDEX (fine_number)) WHERE id = @Id",
            "allowed hints", "Index on fine", "@Id bigint"),
        new("SELECT id FROM fine WITH (UPDLOCK, READPAST, ROWLOCK) WHERE id = @Id", "allowed hints",
            "needs READCOMMITTEDLOCK", "@Id bigint"),
        new("SELECT id FROM fine WHERE id = @Id OPTION (USE HINT ('QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_160'))",
            "allowed hints", "LEVEL_160", "@Id bigint"),
        new("SELECT f.id FROM fine f INNER HASH JOIN vehicle v ON v.id = f.vehicle_id WHERE f.id = @Id",
            "allowed hints", "join hint Hash", "@Id bigint"),
        new("SELECT session_id FROM sys.dm_exec_sessions", "allowed statements", "sys.dm_exec_sessions"),
        new("SELECT id FROM other.dbo.fine WHERE id = @Id",
            "allowed statements", "other.dbo.fine is outside", "@Id bigint"),
        new("EXEC sp_executesql @Text", "allowed statements", "EXECUTE of sp_executesql", "@Text nvarchar(max)"),
        new("EXEC (@Text)", "allowed statements", "EXECUTE of text", "@Text nvarchar(max)"),
        new("WAITFOR DELAY '00:00:01'", "allowed statements", "WaitFor"),
        new("TRUNCATE TABLE reconciliation_entry", "allowed statements", "TruncateTable"),
        new("SELECT @@SERVERNAME AS name", "allowed statements", "@@SERVERNAME"),
        new("SELECT id INTO copy FROM fine WHERE id = @Id",
            "allowed statements", "Select is not allowed", "@Id bigint"),
        new("KILL 53", "allowed statements", "Kill"),
    ];
}
