-- @FineIds is a JSON array of numbers: by which settlement each of these fines stands paid.
SELECT
  s.fine_id AS FineId,
  s.settlement_id AS SettlementId,
  s.amount AS Amount
FROM settlement_item s
WHERE s.is_active = 1
  AND s.fine_id IN (SELECT value FROM json_each(@FineIds))
