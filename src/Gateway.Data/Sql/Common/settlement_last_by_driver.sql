-- The newest settlement in which a fine of a driver stands paid.
SELECT MAX(i.settlement_id)
FROM fine f
JOIN settlement_item i ON i.fine_id = f.id AND i.is_active = 1
WHERE f.driver_id = @SubjectId
