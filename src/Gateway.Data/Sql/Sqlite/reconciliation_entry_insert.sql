-- @Entries is a JSON array of {entry_number, kind, settlement_number, piastres}.
INSERT INTO reconciliation_entry (run_id, kind, settlement_number, entry_number, amount)
SELECT
  @RunId, json_extract(value, '$.kind'), json_extract(value, '$.settlement_number'),
  json_extract(value, '$.entry_number'), json_extract(value, '$.piastres')
FROM json_each(@Entries)
