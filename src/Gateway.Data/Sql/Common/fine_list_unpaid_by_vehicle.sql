-- What keeps a vehicle from being clear: outstanding (1), or under appeal (3) and not paid.
SELECT
  f.fine_number AS FineNumber,
  f.status AS Status,
  f.amount AS Amount,
  f.fees AS Fees
FROM fine f
LEFT JOIN settlement_item i ON i.fine_id = f.id AND i.is_active = 1
WHERE f.vehicle_id = @SubjectId
  AND (f.status = 1 OR (f.status = 3 AND i.fine_id IS NULL))
ORDER BY f.violation_time, f.id
