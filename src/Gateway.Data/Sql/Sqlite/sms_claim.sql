-- @Claims is a JSON array of {id, token, text}. The plus: see sms_list_due.
UPDATE appeal_event
SET
  sms_lease_owner = @Owner,
  sms_lease_until = @LeaseUntil,
  sms_token = json_extract(c.value, '$.token'),
  sms_text = json_extract(c.value, '$.text'),
  sms_attempts = sms_attempts + 1
FROM json_each(@Claims) AS c
WHERE appeal_event.id = json_extract(c.value, '$.id')
  AND +sms_state = 1
  AND (sms_lease_until IS NULL OR sms_lease_until <= @Now)
