-- @Items is a JSON array of {line_number, fine_id, piastres}.
INSERT INTO settlement_item (settlement_id, line_number, fine_id, amount, is_active)
SELECT
  @SettlementId, json_extract(value, '$.line_number'), json_extract(value, '$.fine_id'),
  json_extract(value, '$.piastres'), 1
FROM json_each(@Items)
