SELECT
  COUNT(*) AS OpenCount,
  COALESCE(SUM(CASE WHEN due_time < @Now THEN 1 ELSE 0 END), 0) AS OverdueCount
FROM appeal
WHERE stage < 5
