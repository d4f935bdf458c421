-- One page of the fines against a vehicle, the oldest first; open ones only (outstanding 1, under appeal 3) unless
-- asked.
SELECT TOP (@Limit)
  f.id AS Id,
  f.fine_number AS FineNumber,
  f.vehicle_id AS VehicleId,
  f.driver_id AS DriverId,
  v.code AS ViolationCode,
  v.description_ar AS DescriptionAr,
  v.description_en AS DescriptionEn,
  v.law_article AS LawArticle,
  v.minimum_amount AS MinimumAmount,
  v.maximum_amount AS MaximumAmount,
  f.violation_time AS ViolationTime,
  f.governorate_code AS GovernorateCode,
  f.place_ar AS PlaceAr,
  f.place_en AS PlaceEn,
  f.amount AS Amount,
  f.fees AS Fees,
  f.status AS Status
FROM fine f
JOIN violation_code v ON v.code = f.violation_code
WHERE f.vehicle_id = @SubjectId
  AND (@IncludeClosed = 1 OR f.status IN (1, 3))
  AND f.violation_time >= @AfterTime
  AND (f.violation_time > @AfterTime OR f.id > @AfterId)
ORDER BY f.violation_time, f.id
