INSERT INTO appeal_document (
  appeal_id, document_number, title, type, size_bytes, sha256, content, caller, request_id, add_time)
VALUES (
  @AppealId, @DocumentNumber, @Title, @Type, @SizeBytes, @Sha256, @Content, @Caller, @RequestId, @AddTime)
