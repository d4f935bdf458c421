-- @Items is a JSON array of [fine id, piastres].
INSERT INTO settlement_item (settlement_id, line_number, fine_id, amount, is_active)
SELECT @SettlementId, key + 1, json_extract(value, '$[0]'), json_extract(value, '$[1]'), 1
FROM json_each(@Items)
