-- Not where a delivery report was faster, or the lease ran out and another try has another token.
UPDATE appeal_event
SET
  sms_state = @State,
  sms_sent_time = @SentTime,
  sms_end_time = @EndTime,
  sms_provider_id = @ProviderId,
  sms_failure = NULL,
  sms_lease_owner = NULL,
  sms_lease_until = NULL
WHERE id = @Id AND sms_token = @Token AND sms_state = 1
