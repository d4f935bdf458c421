SELECT COUNT(*) FROM clearance_certificate WHERE certificate_number = @CertificateNumber
