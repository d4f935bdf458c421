-- @Decisions is a JSON array of {fine_id, decision, new_amount, wrongly_recorded, reason}, money in piastres.
UPDATE appeal_item
SET
  is_open = 0,
  decision = json_extract(d.value, '$.decision'),
  new_amount = json_extract(d.value, '$.new_amount'),
  is_wrongly_recorded = json_extract(d.value, '$.wrongly_recorded'),
  decision_reason = json_extract(d.value, '$.reason')
FROM json_each(@Decisions) AS d
WHERE appeal_item.appeal_id = @AppealId
  AND appeal_item.fine_id = json_extract(d.value, '$.fine_id')
