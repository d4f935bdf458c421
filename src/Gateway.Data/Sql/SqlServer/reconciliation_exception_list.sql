-- Kinds are the numbers of the contract's enums. How it differs: missing here 1, missing there 2, amount differs 3,
-- reversed here 4, repeated 5. What it is about: a settlement 1, the fee of an appeal 2, a refund 3. Each side is looked
-- up in the other's index, so that a large day needs no memory; for that each kind has its list of entries to itself.
WITH settlement_entry AS (
  SELECT settlement_number, COUNT(*) AS entries, SUM(amount) AS amount
  FROM reconciliation_entry
  WHERE run_id = @RunId AND kind = 1
  GROUP BY settlement_number
),
fee_entry AS (
  SELECT settlement_number, COUNT(*) AS entries, SUM(amount) AS amount
  FROM reconciliation_entry
  WHERE run_id = @RunId AND kind = 2
  GROUP BY settlement_number
),
refund_entry AS (
  SELECT settlement_number, COUNT(*) AS entries, SUM(amount) AS amount
  FROM reconciliation_entry
  WHERE run_id = @RunId AND kind = 3
  GROUP BY settlement_number
),
compared AS (
  SELECT
    CASE
      WHEN s.id IS NULL THEN 1
      WHEN v.settlement_id IS NOT NULL THEN 4
      WHEN p.entries > 1 THEN 5
      WHEN p.amount <> s.total THEN 3
      ELSE 0
    END AS kind,
    1 AS entry_kind,
    p.settlement_number AS number,
    s.branch_code AS branch_code,
    p.amount AS post_amount,
    CASE WHEN v.settlement_id IS NULL THEN s.total END AS gateway_amount
  FROM settlement_entry p
  LEFT JOIN settlement s ON s.settlement_number = p.settlement_number AND s.business_date = @BusinessDate
  LEFT JOIN settlement_reversal v ON v.settlement_id = s.id
  UNION ALL
  SELECT 2, 1, s.settlement_number, s.branch_code, NULL, s.total
  FROM settlement s
  WHERE s.business_date = @BusinessDate
    AND NOT EXISTS (SELECT 1 FROM settlement_reversal v WHERE v.settlement_id = s.id)
    AND NOT EXISTS (
      SELECT 1 FROM reconciliation_entry e
      WHERE e.run_id = @RunId AND e.kind = 1 AND e.settlement_number = s.settlement_number)
  UNION ALL
  SELECT
    CASE
      WHEN a.id IS NULL THEN 1
      WHEN p.entries > 1 THEN 5
      WHEN p.amount <> a.fee_amount THEN 3
      ELSE 0
    END,
    2, p.settlement_number, a.branch_code, p.amount, a.fee_amount
  FROM fee_entry p
  LEFT JOIN appeal a
    ON a.appeal_number = p.settlement_number AND a.business_date = @BusinessDate AND a.fee_amount > 0
  UNION ALL
  SELECT 2, 2, a.appeal_number, a.branch_code, NULL, a.fee_amount
  FROM appeal a
  WHERE a.business_date = @BusinessDate
    AND a.fee_amount > 0
    AND NOT EXISTS (
      SELECT 1 FROM reconciliation_entry e
      WHERE e.run_id = @RunId AND e.kind = 2 AND e.settlement_number = a.appeal_number)
  UNION ALL
  SELECT
    CASE
      WHEN r.id IS NULL THEN 1
      WHEN p.entries > 1 THEN 5
      WHEN p.amount <> r.amount THEN 3
      ELSE 0
    END,
    3, p.settlement_number, r.branch_code, p.amount, r.amount
  FROM refund_entry p
  LEFT JOIN refund r ON r.refund_number = p.settlement_number AND r.business_date = @BusinessDate
  UNION ALL
  SELECT 2, 3, r.refund_number, r.branch_code, NULL, r.amount
  FROM refund r
  WHERE r.business_date = @BusinessDate
    AND NOT EXISTS (
      SELECT 1 FROM reconciliation_entry e
      WHERE e.run_id = @RunId AND e.kind = 3 AND e.settlement_number = r.refund_number)
)
SELECT TOP (@Limit)
  kind AS Kind,
  entry_kind AS EntryKind,
  number AS Number,
  branch_code AS BranchCode,
  post_amount AS PostAmount,
  gateway_amount AS GatewayAmount
FROM compared
WHERE kind > 0
ORDER BY number, entry_kind
