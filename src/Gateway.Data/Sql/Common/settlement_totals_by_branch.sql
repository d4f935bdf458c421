-- What stands and what was taken back of a branch on a business day.
SELECT
  COUNT(CASE WHEN r.settlement_id IS NULL THEN 1 END) AS SettledCount,
  COALESCE(SUM(CASE WHEN r.settlement_id IS NULL THEN s.total END), 0) AS SettledTotal,
  COUNT(r.settlement_id) AS ReversedCount,
  COALESCE(SUM(CASE WHEN r.settlement_id IS NOT NULL THEN s.total END), 0) AS ReversedTotal
FROM settlement s
LEFT JOIN settlement_reversal r ON r.settlement_id = s.id
WHERE s.business_date = @BusinessDate AND s.branch_code = @BranchCode
