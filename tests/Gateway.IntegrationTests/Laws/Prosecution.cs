using Gateway.Domain;
using Gateway.Testing.Databases;

namespace Gateway.IntegrationTests.Laws;

/// <summary>The prosecution's own programs, which change fines and close days beside the gateway.</summary>
internal static class Prosecution
{
    /// <summary>By how much a fine becomes dearer.</summary>
    public static readonly Money Rise = Money.FromPiastres(1_025);

    /// <summary>Who it says closed a day.</summary>
    public const string Name = "database prosecution";

    /// <summary>Closes a day that is open.</summary>
    public static void Close(TestDatabase test, DateOnly day, DateTimeOffset now)
    {
        test.Execute(
            """
            INSERT INTO business_day (business_date, is_closed)
            SELECT @p0, 0 WHERE NOT EXISTS (SELECT 1 FROM business_day WHERE business_date = @p0)
            """,
            day);
        test.Execute(
            """
            UPDATE business_day SET is_closed = 1, close_time = @p1, close_caller = @p2
            WHERE business_date = @p0 AND is_closed = 0
            """,
            day, now, Name);
    }

    /// <summary>Does something to a fine, where its state allows that.</summary>
    public static void Act(TestDatabase test, long fineId, ProsecutionAct act)
    {
        switch (act)
        {
            case ProsecutionAct.Appeal:
                test.Execute("UPDATE fine SET status = 3 WHERE id = @p0 AND status IN (1, 2)", fineId);
                break;
            case ProsecutionAct.Uphold:
                test.Execute(
                    """
                    UPDATE fine SET status = CASE WHEN EXISTS (
                      SELECT 1 FROM settlement_item i WHERE i.fine_id = fine.id AND i.is_active = 1) THEN 2 ELSE 1 END
                    WHERE id = @p0 AND status = 3
                    """,
                    fineId);
                break;
            case ProsecutionAct.Cancel:
                test.Execute("UPDATE fine SET status = 4 WHERE id = @p0 AND status IN (1, 3)", fineId);
                break;
            case ProsecutionAct.Raise:
                test.Execute("UPDATE fine SET amount = amount + @p1 WHERE id = @p0 AND status = 1", fineId, Rise);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, null);
        }
    }
}
