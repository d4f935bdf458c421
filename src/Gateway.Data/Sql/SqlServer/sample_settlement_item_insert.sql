-- @Rows is a JSON array of objects with the columns as members; money in piastres.
INSERT INTO settlement_item (settlement_id, line_number, fine_id, amount, is_active)
SELECT r.settlement_id, r.line_number, r.fine_id, CAST(r.amount / 100.0 AS decimal(12, 2)), 1
FROM OPENJSON(@Rows) WITH (settlement_id bigint, line_number int, fine_id bigint, amount bigint) AS r
