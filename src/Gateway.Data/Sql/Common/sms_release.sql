UPDATE appeal_event
SET sms_lease_owner = NULL, sms_lease_until = NULL, sms_attempts = sms_attempts - 1
WHERE id = @Id AND sms_token = @Token AND sms_state = 1
