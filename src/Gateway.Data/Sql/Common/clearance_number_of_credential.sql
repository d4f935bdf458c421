-- Of the certificate whose code has this identifier.
SELECT c.certificate_number
FROM clearance_sheet s
JOIN clearance_certificate c ON c.id = s.certificate_id
WHERE s.credential_id = @CredentialId
