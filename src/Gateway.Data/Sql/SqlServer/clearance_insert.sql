INSERT INTO clearance_certificate (
  certificate_number, caller, request_id, branch_code, counter_code, teller_code, vehicle_id, driver_id, holder_name,
  holder_national_id, last_settlement_id, as_of_time, expire_time)
OUTPUT INSERTED.id
VALUES (
  @CertificateNumber, @Caller, @RequestId, @BranchCode, @CounterCode, @TellerCode, @VehicleId, @DriverId, @HolderName,
  @HolderNationalId, @LastSettlementId, @AsOfTime, @ExpireTime)
