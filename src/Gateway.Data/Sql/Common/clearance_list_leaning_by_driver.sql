-- The certificates of a driver that count and that lean on a settlement.
SELECT certificate_number
FROM clearance_certificate
WHERE driver_id = @SubjectId
  AND expire_time > @Now
  AND last_settlement_id >= @SettlementId
  AND revoke_time IS NULL
