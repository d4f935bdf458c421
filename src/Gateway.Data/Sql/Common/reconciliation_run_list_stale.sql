-- Runs that ended without cleaning up after themselves: their gateway was killed.
SELECT id AS Id FROM reconciliation_run WHERE start_time < @Before ORDER BY id
