INSERT INTO clearance_sheet (
  certificate_id, sheet_number, sheet_serial, credential_id, qr_text, caller, request_id, print_time, reprint_reason)
VALUES (
  @CertificateId, @SheetNumber, @SheetSerial, @CredentialId, @QrText, @Caller, @RequestId, @PrintTime, @ReprintReason)
