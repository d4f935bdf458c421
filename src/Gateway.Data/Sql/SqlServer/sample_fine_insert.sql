-- @Rows is a JSON array of objects with the columns as members; money in piastres.
INSERT INTO fine (
  id, fine_number, vehicle_id, driver_id, violation_code, violation_time, governorate_code, place_ar, place_en,
  amount, fees, status)
SELECT
  r.id, r.fine_number, r.vehicle_id, r.driver_id, r.violation_code, r.violation_time, r.governorate_code, r.place_ar,
  r.place_en, CAST(r.amount / 100.0 AS decimal(12, 2)), CAST(r.fees / 100.0 AS decimal(12, 2)), r.status
FROM OPENJSON(@Rows) WITH (
  id bigint, fine_number varchar(20), vehicle_id bigint, driver_id bigint, violation_code varchar(10),
  violation_time datetime2(3), governorate_code varchar(2), place_ar nvarchar(200), place_en nvarchar(200),
  amount bigint, fees bigint, status int) AS r
