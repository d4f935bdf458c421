SELECT
  id AS Id,
  certificate_number AS CertificateNumber,
  caller AS Caller,
  request_id AS RequestId,
  branch_code AS BranchCode,
  counter_code AS CounterCode,
  teller_code AS TellerCode,
  vehicle_id AS VehicleId,
  driver_id AS DriverId,
  holder_name AS HolderName,
  holder_national_id AS HolderNationalId,
  last_settlement_id AS LastSettlementId,
  as_of_time AS AsOfTime,
  expire_time AS ExpireTime,
  revoke_reason AS RevokeReason,
  revoke_note AS RevokeNote,
  revoke_actor AS RevokeActor,
  revoke_time AS RevokeTime
FROM clearance_certificate
WHERE certificate_number = @CertificateNumber
