SELECT
  id AS Id,
  licence_number AS LicenceNumber,
  traffic_unit_code AS TrafficUnitCode,
  holder_name AS HolderName,
  national_id AS HolderNationalId
FROM driver
WHERE licence_number = @LicenceNumber AND traffic_unit_code = @TrafficUnitCode
