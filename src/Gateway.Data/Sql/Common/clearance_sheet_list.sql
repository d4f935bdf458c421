-- Revoked (3) comes before superseded (4) where a code is both.
SELECT
  s.sheet_number AS SheetNumber,
  s.sheet_serial AS SheetSerial,
  s.credential_id AS CredentialId,
  s.qr_text AS QrText,
  s.caller AS Caller,
  s.request_id AS RequestId,
  s.print_time AS PrintTime,
  s.reprint_reason AS ReprintReason,
  COALESCE(r.state, u.state) AS RevokedAs,
  COALESCE(r.revoke_time, u.revoke_time) AS RevokeTime
FROM clearance_sheet s
LEFT JOIN clearance_revocation r ON r.credential_id = s.credential_id AND r.state = 3
LEFT JOIN clearance_revocation u ON u.credential_id = s.credential_id AND u.state = 4
WHERE s.certificate_id = @CertificateId
ORDER BY s.sheet_number
