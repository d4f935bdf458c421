SELECT
  id AS Id,
  licence_number AS LicenceNumber,
  traffic_unit_code AS TrafficUnitCode,
  holder_name AS HolderName
FROM driver
WHERE id = @Id
