-- @Fines is a JSON array of {id, status, amount, fees, new_status, new_amount}: the fines as they were read and as they
-- are to be, money in piastres. One that is no longer so is left alone.
UPDATE f
SET
  status = was.new_status,
  amount = CAST(was.new_amount / 100.0 AS decimal(12, 2))
FROM fine f
JOIN OPENJSON(@Fines) WITH (
  id bigint, status int, amount bigint, fees bigint, new_status int, new_amount bigint) AS was ON was.id = f.id
WHERE f.status = was.status
  AND f.amount = CAST(was.amount / 100.0 AS decimal(12, 2))
  AND f.fees = CAST(was.fees / 100.0 AS decimal(12, 2))
