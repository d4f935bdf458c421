using Gateway.Testing.Databases;

namespace Gateway.IntegrationTests.Laws;

/// <summary>What the database holds of the appeals of a history.</summary>
internal static class StoredAppeals
{
    private const string Appeals = """
        SELECT 'appeal', appeal_number, caller, request_id, branch_code, CAST(is_whole AS int), appellant_national_id,
          mobile_number, fee_amount, fee_payment_method, COALESCE(fee_payment_reference, ''), stage,
          COALESCE(result, 0)
        FROM appeal WHERE request_id LIKE @p0
        """;

    private const string Items = """
        SELECT 'appeal item', a.appeal_number, i.line_number, f.fine_number, COALESCE(s.settlement_number, ''),
          i.amount, i.fees, i.contested_amount, CAST(i.is_open AS int), COALESCE(i.decision, 0),
          COALESCE(i.new_amount, 0), CAST(i.is_wrongly_recorded AS int)
        FROM appeal a JOIN appeal_item i ON i.appeal_id = a.id JOIN fine f ON f.id = i.fine_id
        LEFT JOIN settlement s ON s.id = i.settlement_id
        WHERE a.request_id LIKE @p0
        """;

    private const string Events = """
        SELECT 'event', a.appeal_number, e.sequence, e.stage, e.actor, COALESCE(e.public_note, ''), e.sms_state
        FROM appeal a JOIN appeal_event e ON e.appeal_id = a.id WHERE a.request_id LIKE @p0
        """;

    private const string Refunds = """
        SELECT 'refund', r.kind, a.appeal_number, COALESCE(f.fine_number, ''), COALESCE(s.settlement_number, ''),
          r.amount, r.recipient_national_id
        FROM appeal a JOIN refund r ON r.appeal_id = a.id LEFT JOIN fine f ON f.id = r.fine_id
        LEFT JOIN settlement s ON s.id = r.settlement_id
        WHERE a.request_id LIKE @p0
        """;

    /// <summary>All of it, a line for each row, as <see cref="AppealBooks"/> has them.</summary>
    public static IEnumerable<string> Lines(TestDatabase test, LawScene scene)
    {
        var requests = scene.RequestIdPrefix + "%";
        return
        [
            .. test.Lines(Appeals, requests),
            .. test.Lines(Items, requests),
            .. test.Lines(Events, requests),
            .. test.Lines(Refunds, requests),
        ];
    }

    /// <summary>How many stages the appeals of a history came to, and how many answers tell of one.</summary>
    public static (long Events, long Answers) Moves(TestDatabase test, LawScene scene)
    {
        var requests = scene.RequestIdPrefix + "%";
        return (
            test.Number(
                """
                SELECT COUNT(*) FROM appeal_event e JOIN appeal a ON a.id = e.appeal_id WHERE a.request_id LIKE @p0
                """,
                requests),
            test.Number(
                """
                SELECT COUNT(*) FROM call_result WHERE state = 1 AND request_id LIKE @p0 AND method LIKE '%Appeal'
                """,
                requests));
    }
}
