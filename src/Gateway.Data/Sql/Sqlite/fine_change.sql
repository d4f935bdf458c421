-- @Fines is a JSON array of {id, status, amount, fees, new_status, new_amount}: the fines as they were read and as they
-- are to be, money in piastres. One that is no longer so is left alone.
UPDATE fine
SET
  status = json_extract(was.value, '$.new_status'),
  amount = json_extract(was.value, '$.new_amount')
FROM json_each(@Fines) AS was
WHERE fine.id = json_extract(was.value, '$.id')
  AND fine.status = json_extract(was.value, '$.status')
  AND fine.amount = json_extract(was.value, '$.amount')
  AND fine.fees = json_extract(was.value, '$.fees')
