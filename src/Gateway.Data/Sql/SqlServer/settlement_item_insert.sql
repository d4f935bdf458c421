-- @Items is a JSON array of {line_number, fine_id, piastres}.
INSERT INTO settlement_item (settlement_id, line_number, fine_id, amount, is_active)
SELECT @SettlementId, i.line_number, i.fine_id, CAST(i.piastres / 100.0 AS decimal(12, 2)), 1
FROM OPENJSON(@Items) WITH (line_number int, fine_id bigint, piastres bigint) AS i
