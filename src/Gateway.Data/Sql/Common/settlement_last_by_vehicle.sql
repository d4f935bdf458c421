-- The newest settlement in which a fine of a vehicle stands paid.
SELECT MAX(i.settlement_id)
FROM fine f
JOIN settlement_item i ON i.fine_id = f.id AND i.is_active = 1
WHERE f.vehicle_id = @SubjectId
