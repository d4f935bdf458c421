-- What is outstanding (1) and under appeal (3) against a driver.
SELECT
  COUNT(CASE WHEN f.status = 1 THEN 1 END) AS OutstandingCount,
  COALESCE(SUM(CASE WHEN f.status = 1 THEN f.amount + f.fees END), 0) AS OutstandingTotal,
  COUNT(CASE WHEN f.status = 3 THEN 1 END) AS UnderAppealCount,
  COALESCE(SUM(CASE WHEN f.status = 3 THEN f.amount + f.fees END), 0) AS UnderAppealTotal
FROM fine f
WHERE f.driver_id = @SubjectId
