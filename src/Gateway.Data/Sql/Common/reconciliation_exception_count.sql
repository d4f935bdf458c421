-- As reconciliation_exception_list, counted.
WITH post AS (
  SELECT settlement_number, COUNT(*) AS entries, SUM(amount) AS amount
  FROM reconciliation_entry
  WHERE run_id = @RunId
  GROUP BY settlement_number
),
compared AS (
  SELECT
    CASE
      WHEN s.id IS NULL THEN 1
      WHEN r.settlement_id IS NOT NULL THEN 4
      WHEN p.entries > 1 THEN 5
      WHEN p.amount <> s.total THEN 3
      ELSE 0
    END AS kind,
    p.settlement_number AS settlement_number,
    s.branch_code AS branch_code,
    p.amount AS post_amount,
    CASE WHEN r.settlement_id IS NULL THEN s.total END AS gateway_amount
  FROM post p
  LEFT JOIN settlement s ON s.settlement_number = p.settlement_number AND s.business_date = @BusinessDate
  LEFT JOIN settlement_reversal r ON r.settlement_id = s.id
  UNION ALL
  SELECT 2, s.settlement_number, s.branch_code, NULL, s.total
  FROM settlement s
  WHERE s.business_date = @BusinessDate
    AND NOT EXISTS (SELECT 1 FROM settlement_reversal r WHERE r.settlement_id = s.id)
    AND NOT EXISTS (
      SELECT 1 FROM reconciliation_entry e WHERE e.run_id = @RunId AND e.settlement_number = s.settlement_number)
)
SELECT COUNT(*) AS Exceptions FROM compared WHERE kind > 0
