SELECT
  s.id AS Id,
  s.settlement_number AS SettlementNumber,
  s.caller AS Caller,
  s.request_id AS RequestId,
  s.branch_code AS BranchCode,
  s.counter_code AS CounterCode,
  s.teller_code AS TellerCode,
  s.vehicle_id AS VehicleId,
  s.driver_id AS DriverId,
  s.total AS Total,
  s.payment_method AS PaymentMethod,
  s.payment_reference AS PaymentReference,
  s.collect_time AS CollectTime,
  s.payer_name AS PayerName,
  s.payer_national_id AS PayerNationalId,
  s.payer_mobile_number AS PayerMobileNumber,
  s.business_date AS BusinessDate,
  s.settle_time AS SettleTime
FROM settlement s
WHERE s.caller = @Caller AND s.request_id = @RequestId
