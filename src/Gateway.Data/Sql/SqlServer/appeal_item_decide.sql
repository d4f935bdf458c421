-- @Decisions is a JSON array of {fine_id, decision, new_amount, wrongly_recorded, reason}, money in piastres.
UPDATE i
SET
  is_open = 0,
  decision = d.decision,
  new_amount = CAST(d.new_amount / 100.0 AS decimal(12, 2)),
  is_wrongly_recorded = d.wrongly_recorded,
  decision_reason = d.reason
FROM appeal_item i
JOIN OPENJSON(@Decisions) WITH (
  fine_id bigint, decision int, new_amount bigint, wrongly_recorded bit, reason nvarchar(500)) AS d
  ON d.fine_id = i.fine_id
WHERE i.appeal_id = @AppealId
