SELECT
  d.document_number AS DocumentNumber,
  d.title AS Title,
  d.type AS Type,
  d.size_bytes AS SizeBytes,
  d.sha256 AS Sha256,
  d.add_time AS AddTime
FROM appeal_document d
WHERE d.appeal_id = @AppealId
ORDER BY d.document_number
