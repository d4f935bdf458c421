INSERT INTO driver (id, licence_number, traffic_unit_code, national_id, holder_name)
VALUES (@Id, @LicenceNumber, @TrafficUnitCode, @NationalId, @HolderName)
