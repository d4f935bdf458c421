-- The refunds of a person, the oldest first; those that are due only unless asked.
SELECT TOP (@Limit)
  r.id AS Id,
  r.refund_number AS RefundNumber,
  r.kind AS Kind,
  a.appeal_number AS AppealNumber,
  f.fine_number AS FineNumber,
  v.description_ar AS DescriptionAr,
  v.description_en AS DescriptionEn,
  r.amount AS Amount,
  r.recipient_name AS RecipientName,
  r.recipient_national_id AS RecipientNationalId,
  r.due_time AS DueTime,
  r.caller AS Caller,
  r.request_id AS RequestId,
  r.branch_code AS BranchCode,
  r.counter_code AS CounterCode,
  r.teller_code AS TellerCode,
  r.business_date AS BusinessDate,
  r.pay_time AS PayTime
FROM refund r
JOIN appeal a ON a.id = r.appeal_id
LEFT JOIN fine f ON f.id = r.fine_id
LEFT JOIN violation_code v ON v.code = f.violation_code
WHERE r.recipient_national_id = @NationalId
  AND (@IncludePaid = 1 OR r.pay_time IS NULL)
ORDER BY r.id
