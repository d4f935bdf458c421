-- In parts, so that none holds other writers up for long.
DELETE TOP (@Limit) FROM reconciliation_entry
WHERE run_id = @RunId
