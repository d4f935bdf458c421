-- What the post lists, and what stands here on that day.
SELECT
  (SELECT COUNT(*) FROM reconciliation_entry WHERE run_id = @RunId) AS PostCount,
  COALESCE((SELECT SUM(amount) FROM reconciliation_entry WHERE run_id = @RunId), 0) AS PostTotal,
  COUNT(*) AS GatewayCount,
  COALESCE(SUM(s.total), 0) AS GatewayTotal
FROM settlement s
WHERE s.business_date = @BusinessDate
  AND NOT EXISTS (SELECT 1 FROM settlement_reversal r WHERE r.settlement_id = s.id)
