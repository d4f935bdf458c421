SELECT
  id AS Id,
  settlement_number AS SettlementNumber,
  caller AS Caller,
  request_id AS RequestId,
  branch_code AS BranchCode,
  counter_code AS CounterCode,
  teller_code AS TellerCode,
  vehicle_id AS VehicleId,
  driver_id AS DriverId,
  total AS Total,
  payment_method AS PaymentMethod,
  payment_reference AS PaymentReference,
  collect_time AS CollectTime,
  payer_name AS PayerName,
  payer_national_id AS PayerNationalId,
  payer_mobile_number AS PayerMobileNumber,
  business_date AS BusinessDate,
  settle_time AS SettleTime
FROM settlement
WHERE settlement_number = @SettlementNumber
