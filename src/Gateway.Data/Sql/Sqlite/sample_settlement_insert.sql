INSERT INTO settlement (
  id, settlement_number, caller, request_id, branch_code, counter_code, teller_code, vehicle_id, driver_id, total,
  payment_method, payment_amount, payment_reference, collect_time, payer_name, payer_national_id, payer_mobile_number,
  business_date, settle_time)
VALUES (
  @Id, @SettlementNumber, @Caller, @RequestId, @BranchCode, @CounterCode, @TellerCode, @VehicleId, @DriverId, @Total,
  @PaymentMethod, @Total, @PaymentReference, @SettleTime, @PayerName, @PayerNationalId, @PayerMobileNumber,
  @BusinessDate, @SettleTime)
