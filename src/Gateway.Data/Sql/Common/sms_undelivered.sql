-- Of a message that was sent, or is being sent: not of one that waits for its next try.
UPDATE appeal_event
SET
  sms_state = 4,
  sms_sent_time = COALESCE(sms_sent_time, @Time),
  sms_end_time = @Time,
  sms_provider_id = COALESCE(@ProviderId, sms_provider_id),
  sms_failure = 'not delivered',
  sms_lease_owner = NULL,
  sms_lease_until = NULL
WHERE sms_token = @Token AND (sms_state = 2 OR (sms_state = 1 AND sms_lease_until IS NOT NULL))
