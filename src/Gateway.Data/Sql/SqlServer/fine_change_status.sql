-- @Fines is a JSON array of {id, status, amount, fees}: the fines as they were read, money in piastres. One that is no
-- longer so is left alone.
UPDATE f
SET status = @Status
FROM fine f
JOIN OPENJSON(@Fines) WITH (id bigint, status int, amount bigint, fees bigint) AS was ON was.id = f.id
WHERE f.status = was.status
  AND f.amount = CAST(was.amount / 100.0 AS decimal(12, 2))
  AND f.fees = CAST(was.fees / 100.0 AS decimal(12, 2))
