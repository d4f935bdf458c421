-- @Items is a JSON array of {line_number, fine_id, settlement_id, paid, ground, statement, amount, fees, contested}, money
-- in piastres.
INSERT INTO appeal_item (
  appeal_id, line_number, fine_id, settlement_id, paid_amount, ground, statement, amount, fees, contested_amount,
  is_open, is_wrongly_recorded)
SELECT
  @AppealId, i.line_number, i.fine_id, i.settlement_id, CAST(i.paid / 100.0 AS decimal(12, 2)), i.ground, i.statement,
  CAST(i.amount / 100.0 AS decimal(12, 2)), CAST(i.fees / 100.0 AS decimal(12, 2)),
  CAST(i.contested / 100.0 AS decimal(12, 2)), 1, 0
FROM OPENJSON(@Items) WITH (
  line_number int, fine_id bigint, settlement_id bigint, paid bigint, ground int, statement nvarchar(1000), amount bigint,
  fees bigint, contested bigint) AS i
