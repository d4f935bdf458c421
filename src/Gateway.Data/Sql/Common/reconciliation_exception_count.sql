-- As reconciliation_exception_list, counted.
WITH post AS (
  SELECT settlement_number, COUNT(*) AS entries, SUM(amount) AS amount
  FROM reconciliation_entry
  WHERE run_id = @RunId
  GROUP BY settlement_number
),
gateway AS (
  SELECT s.settlement_number, s.branch_code, s.total, r.settlement_id AS reversed_id
  FROM settlement s
  LEFT JOIN settlement_reversal r ON r.settlement_id = s.id
  WHERE s.business_date = @BusinessDate
),
compared AS (
  SELECT
    CASE
      WHEN g.settlement_number IS NULL THEN 1
      WHEN g.reversed_id IS NOT NULL THEN 4
      WHEN p.entries > 1 THEN 5
      WHEN p.amount <> g.total THEN 3
      ELSE 0
    END AS kind,
    p.settlement_number AS settlement_number,
    g.branch_code AS branch_code,
    p.amount AS post_amount,
    CASE WHEN g.reversed_id IS NULL THEN g.total END AS gateway_amount
  FROM post p
  LEFT JOIN gateway g ON g.settlement_number = p.settlement_number
  UNION ALL
  SELECT 2, g.settlement_number, g.branch_code, NULL, g.total
  FROM gateway g
  WHERE g.reversed_id IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM reconciliation_entry e WHERE e.run_id = @RunId AND e.settlement_number = g.settlement_number)
)
SELECT COUNT(*) AS Exceptions FROM compared WHERE kind > 0
