-- @Rows is a JSON array of objects with the columns as members; money in piastres.
SET IDENTITY_INSERT settlement ON;

INSERT INTO settlement (
  id, settlement_number, caller, request_id, branch_code, counter_code, teller_code, vehicle_id, driver_id, total,
  payment_method, payment_amount, payment_reference, collect_time, payer_name, payer_national_id, payer_mobile_number,
  business_date, settle_time)
SELECT
  r.id, r.settlement_number, r.caller, r.request_id, r.branch_code, r.counter_code, r.teller_code, r.vehicle_id,
  r.driver_id, CAST(r.total / 100.0 AS decimal(12, 2)), r.payment_method, CAST(r.total / 100.0 AS decimal(12, 2)),
  r.payment_reference, r.settle_time, r.payer_name, r.payer_national_id, r.payer_mobile_number, r.business_date,
  r.settle_time
FROM OPENJSON(@Rows) WITH (
  id bigint, settlement_number varchar(15), caller varchar(200), request_id varchar(36), branch_code varchar(5),
  counter_code varchar(2), teller_code varchar(20), vehicle_id bigint, driver_id bigint, total bigint,
  payment_method int, payment_reference varchar(40), settle_time datetime2(3), payer_name nvarchar(120),
  payer_national_id varchar(14), payer_mobile_number varchar(16), business_date date) AS r;

SET IDENTITY_INSERT settlement OFF;
