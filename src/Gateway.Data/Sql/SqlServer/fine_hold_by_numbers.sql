-- @Numbers is a JSON array of strings. Held against programs of the prosecution that change fines on their own.
SELECT
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
FROM fine f WITH (UPDLOCK, ROWLOCK)
JOIN violation_code v ON v.code = f.violation_code
WHERE f.fine_number IN (
  SELECT CAST(n.value AS varchar(20)) COLLATE Latin1_General_BIN2 FROM OPENJSON(@Numbers) AS n)
ORDER BY f.violation_time, f.id
