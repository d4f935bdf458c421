SELECT
  i.fine_id AS FineId,
  f.fine_number AS FineNumber,
  v.description_ar AS DescriptionAr,
  v.description_en AS DescriptionEn,
  i.amount AS Amount,
  i.is_active AS IsActive
FROM settlement_item i
JOIN fine f ON f.id = i.fine_id
JOIN violation_code v ON v.code = f.violation_code
WHERE i.settlement_id = @SettlementId
ORDER BY i.line_number
