-- Also of a message that is taken for failed or not yet for sent: who has it has it.
UPDATE appeal_event
SET
  sms_state = 3,
  sms_sent_time = COALESCE(sms_sent_time, @Time),
  sms_end_time = @Time,
  sms_provider_id = COALESCE(@ProviderId, sms_provider_id),
  sms_failure = NULL,
  sms_lease_owner = NULL,
  sms_lease_until = NULL
WHERE sms_token = @Token AND sms_state <> 3
