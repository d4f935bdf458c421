-- @Claims is a JSON array of {id, token, text}.
UPDATE e
SET
  sms_lease_owner = @Owner,
  sms_lease_until = @LeaseUntil,
  sms_token = c.token,
  sms_text = c.text,
  sms_attempts = e.sms_attempts + 1
FROM appeal_event e
JOIN OPENJSON(@Claims) WITH (id bigint, token varchar(43), text nvarchar(400)) AS c ON c.id = e.id
WHERE e.sms_state = 1
  AND (e.sms_lease_until IS NULL OR e.sms_lease_until <= @Now)
