DELETE FROM reconciliation_run WHERE id = @RunId
