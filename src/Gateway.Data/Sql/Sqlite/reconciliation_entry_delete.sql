-- In parts, so that none holds other writers up for long.
DELETE FROM reconciliation_entry
WHERE (run_id, kind, settlement_number, entry_number) IN (
  SELECT run_id, kind, settlement_number, entry_number FROM reconciliation_entry WHERE run_id = @RunId LIMIT @Limit)
