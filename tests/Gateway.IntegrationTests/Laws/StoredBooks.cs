using Gateway.Testing.Databases;

namespace Gateway.IntegrationTests.Laws;

/// <summary>What the database holds of a history.</summary>
internal static class StoredBooks
{
    // Those in cash may repeat a reference or have none.
    private const string Settlements = """
        SELECT 'settlement', settlement_number, caller, request_id, branch_code, total, payment_amount, payment_method,
          COALESCE(payment_reference, ''), business_date
        FROM settlement WHERE request_id LIKE @p0
        """;

    private const string Items = """
        SELECT 'item', s.settlement_number, i.line_number, f.fine_number, i.amount, CAST(i.is_active AS int)
        FROM settlement s JOIN settlement_item i ON i.settlement_id = s.id JOIN fine f ON f.id = i.fine_id
        WHERE s.request_id LIKE @p0
        """;

    private const string Reversals = """
        SELECT 'reversal', s.settlement_number, r.caller, r.request_id
        FROM settlement_reversal r JOIN settlement s ON s.id = r.settlement_id WHERE r.request_id LIKE @p0
        """;

    private const string Results = """
        SELECT 'result', caller, request_id, state, method, request, response FROM call_result WHERE request_id LIKE @p0
        """;

    /// <summary>All of it, a line for each row, as <see cref="LawBooks"/> has them.</summary>
    public static IEnumerable<string> Lines(TestDatabase test, LawScene scene, DateOnly lastDay)
    {
        var requests = scene.RequestIdPrefix + "%";
        return
        [
            .. test.Lines(
                "SELECT 'fine', fine_number, status, amount, fees FROM fine WHERE id BETWEEN @p0 AND @p1",
                scene.FirstFineId, scene.FirstFineId + LawScene.Fines - 1),
            .. test.Lines(Settlements, requests),
            .. test.Lines(Items, requests),
            .. test.Lines(Reversals, requests),
            .. StoredAppeals.Lines(test, scene),
            .. test.Lines(Results, requests),
            .. test.Lines(
                """
                SELECT 'closed', business_date, close_caller FROM business_day
                WHERE is_closed = 1 AND business_date BETWEEN @p0 AND @p1
                """,
                scene.FirstDay, lastDay),
        ];
    }
}
