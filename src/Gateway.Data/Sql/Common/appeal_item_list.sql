SELECT
  i.fine_id AS FineId,
  i.settlement_id AS SettlementId,
  i.ground AS Ground,
  i.statement AS Statement,
  i.amount AS Amount,
  i.fees AS Fees,
  i.contested_amount AS ContestedAmount,
  f.fine_number AS FineNumber,
  v.description_ar AS DescriptionAr,
  v.description_en AS DescriptionEn,
  i.paid_amount AS PaidAmount,
  COALESCE((
    SELECT SUM(r.amount) FROM refund r
    WHERE r.settlement_id = i.settlement_id AND r.fine_id = i.fine_id), 0) AS Refunded,
  i.decision AS Decision,
  i.new_amount AS NewAmount,
  i.is_wrongly_recorded AS IsWronglyRecorded,
  i.decision_reason AS DecisionReason
FROM appeal_item i
JOIN fine f ON f.id = i.fine_id
JOIN violation_code v ON v.code = f.violation_code
WHERE i.appeal_id = @AppealId
ORDER BY i.line_number
