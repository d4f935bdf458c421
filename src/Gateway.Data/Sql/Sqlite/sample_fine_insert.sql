INSERT INTO fine (
  id, fine_number, vehicle_id, driver_id, violation_code, violation_time, governorate_code, place_ar, place_en,
  amount, fees, status)
VALUES (
  @Id, @FineNumber, @VehicleId, @DriverId, @ViolationCode, @ViolationTime, @GovernorateCode, @PlaceAr, @PlaceEn,
  @Amount, @Fees, @Status)
