-- @Items is a JSON array of {line_number, fine_id, settlement_id, paid, ground, statement, amount, fees, contested}, money
-- in piastres.
INSERT INTO appeal_item (
  appeal_id, line_number, fine_id, settlement_id, paid_amount, ground, statement, amount, fees, contested_amount,
  is_open, is_wrongly_recorded)
SELECT
  @AppealId, json_extract(value, '$.line_number'), json_extract(value, '$.fine_id'),
  json_extract(value, '$.settlement_id'), json_extract(value, '$.paid'), json_extract(value, '$.ground'),
  json_extract(value, '$.statement'), json_extract(value, '$.amount'), json_extract(value, '$.fees'),
  json_extract(value, '$.contested'), 1, 0
FROM json_each(@Items)
