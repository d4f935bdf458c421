UPDATE appeal_event
SET sms_state = 1, sms_due_time = @Now, sms_attempts = 0, sms_end_time = NULL, sms_failure = NULL
WHERE sms_state = 4
  AND (@AppealNumber IS NULL OR appeal_id = (SELECT a.id FROM appeal a WHERE a.appeal_number = @AppealNumber))
  AND (@Sequence IS NULL OR sequence = @Sequence)
