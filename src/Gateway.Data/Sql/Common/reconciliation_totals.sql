-- What the post lists, and what is here of that day: settlements that stand 1, fees of appeals 2, refunds paid out 3.
SELECT
  1 AS EntryKind,
  (SELECT COUNT(*) FROM reconciliation_entry WHERE run_id = @RunId AND kind = 1) AS PostCount,
  COALESCE((SELECT SUM(amount) FROM reconciliation_entry WHERE run_id = @RunId AND kind = 1), 0) AS PostTotal,
  COUNT(*) AS GatewayCount,
  COALESCE(SUM(s.total), 0) AS GatewayTotal
FROM settlement s
WHERE s.business_date = @BusinessDate
  AND NOT EXISTS (SELECT 1 FROM settlement_reversal v WHERE v.settlement_id = s.id)
UNION ALL
SELECT
  2 AS EntryKind,
  (SELECT COUNT(*) FROM reconciliation_entry WHERE run_id = @RunId AND kind = 2) AS PostCount,
  COALESCE((SELECT SUM(amount) FROM reconciliation_entry WHERE run_id = @RunId AND kind = 2), 0) AS PostTotal,
  COUNT(*) AS GatewayCount,
  COALESCE(SUM(a.fee_amount), 0) AS GatewayTotal
FROM appeal a
WHERE a.business_date = @BusinessDate AND a.fee_amount > 0
UNION ALL
SELECT
  3 AS EntryKind,
  (SELECT COUNT(*) FROM reconciliation_entry WHERE run_id = @RunId AND kind = 3) AS PostCount,
  COALESCE((SELECT SUM(amount) FROM reconciliation_entry WHERE run_id = @RunId AND kind = 3), 0) AS PostTotal,
  COUNT(*) AS GatewayCount,
  COALESCE(SUM(r.amount), 0) AS GatewayTotal
FROM refund r
WHERE r.business_date = @BusinessDate
