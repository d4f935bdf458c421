namespace Gateway.Testing.Gateways;

/// <summary>
/// Laws 7 and 8 as counts of what breaks them, in SQL of both dialects. Sample fines that are under appeal without one
/// are left out.
/// </summary>
internal static class AppealLaws
{
    /// <summary>The laws in words, and their counts.</summary>
    public static IReadOnlyList<(string Law, string Count)> All { get; } =
    [
        ("a fine under two open appeals", """
            SELECT COUNT(*) FROM (
              SELECT fine_id FROM appeal_item WHERE is_open = 1 GROUP BY fine_id HAVING COUNT(*) > 1) x
            """),
        ("an open item of a fine that is not under appeal", """
            SELECT COUNT(*) FROM appeal_item i JOIN fine f ON f.id = i.fine_id WHERE i.is_open = 1 AND f.status <> 3
            """),
        ("a fine under appeal whose appeals have all ended", """
            SELECT COUNT(*) FROM fine f WHERE f.status = 3
            AND EXISTS (SELECT 1 FROM appeal_item i WHERE i.fine_id = f.id)
            AND NOT EXISTS (SELECT 1 FROM appeal_item i WHERE i.fine_id = f.id AND i.is_open = 1)
            """),
        ("an open item of an appeal that has ended, or none of one that is open", """
            SELECT COUNT(*) FROM appeal_item i JOIN appeal a ON a.id = i.appeal_id
            WHERE (a.stage >= 5 AND i.is_open = 1) OR (a.stage < 5 AND i.is_open = 0)
            """),
        ("a payment that is not what is due and what goes back", """
            SELECT COUNT(*) FROM settlement_item s JOIN fine f ON f.id = s.fine_id
            WHERE s.is_active = 1 AND EXISTS (SELECT 1 FROM appeal_item i WHERE i.fine_id = f.id)
            AND s.amount <> COALESCE((
              SELECT SUM(r.amount) FROM refund r
              WHERE r.kind = 1 AND r.settlement_id = s.settlement_id AND r.fine_id = s.fine_id), 0)
              + CASE WHEN f.status = 4 THEN 0 ELSE f.amount + f.fees END
            """),
        ("money that goes back both by a refund and by a reversal", """
            SELECT COUNT(*) FROM refund r
            JOIN settlement_item s ON s.settlement_id = r.settlement_id AND s.fine_id = r.fine_id
            WHERE r.kind = 1 AND s.is_active = 0
            """),
        ("an appeal that is not at the stage of its last event", """
            SELECT COUNT(*) FROM appeal a WHERE NOT EXISTS (
              SELECT 1 FROM appeal_event e WHERE e.appeal_id = a.id AND e.stage = a.stage
              AND e.sequence = (SELECT COUNT(*) FROM appeal_event x WHERE x.appeal_id = a.id))
            """),
        ("a stage that did not follow from the one before", """
            SELECT COUNT(*) FROM appeal_event e JOIN appeal_event n
            ON n.appeal_id = e.appeal_id AND n.sequence = e.sequence + 1
            WHERE NOT EXISTS (
              SELECT 1 FROM appeal_stage_move m WHERE m.from_stage = e.stage AND m.to_stage = n.stage)
            """),
        ("a first stage that is not the submission", """
            SELECT COUNT(*) FROM appeal_event e WHERE e.sequence = 1 AND e.stage <> 1
            """),
        ("a fee refunded without a fine that was wrongly recorded, or the reverse", """
            SELECT COUNT(*) FROM appeal a WHERE a.stage = 5 AND a.fee_amount > 0
            AND (SELECT COALESCE(SUM(r.amount), 0) FROM refund r WHERE r.appeal_id = a.id AND r.kind = 2)
            <> CASE WHEN EXISTS (
              SELECT 1 FROM appeal_item i WHERE i.appeal_id = a.id AND i.is_wrongly_recorded = 1)
              THEN a.fee_amount ELSE 0 END
            """),
    ];
}
