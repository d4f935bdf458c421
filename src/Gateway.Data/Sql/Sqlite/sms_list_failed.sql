SELECT
  a.appeal_number AS AppealNumber,
  e.sequence AS Sequence,
  e.stage AS Stage,
  e.sms_number AS Number,
  e.sms_attempts AS Attempts,
  e.sms_end_time AS EndTime,
  e.sms_failure AS Failure
FROM appeal_event e
JOIN appeal a ON a.id = e.appeal_id
WHERE e.sms_state = 4
ORDER BY e.sms_due_time, e.id
LIMIT @Limit
