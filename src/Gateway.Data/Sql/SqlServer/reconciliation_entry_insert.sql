-- @Entries is a JSON array of {entry_number, kind, settlement_number, piastres}.
INSERT INTO reconciliation_entry (run_id, kind, settlement_number, entry_number, amount)
SELECT @RunId, e.kind, e.settlement_number, e.entry_number, CAST(e.piastres / 100.0 AS decimal(12, 2))
FROM OPENJSON(@Entries) WITH (
  kind int, settlement_number varchar(15), entry_number int, piastres bigint) AS e
