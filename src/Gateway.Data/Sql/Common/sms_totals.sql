SELECT
  (SELECT COUNT(*) FROM appeal_event WHERE sms_state = 1) AS Queued,
  (SELECT COUNT(*) FROM appeal_event WHERE sms_state = 4) AS Failed,
  (SELECT MIN(sms_due_time) FROM appeal_event WHERE sms_state = 1) AS OldestDueTime
