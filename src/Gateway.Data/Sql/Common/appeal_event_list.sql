SELECT
  e.sequence AS Sequence,
  e.stage AS Stage,
  e.event_time AS EventTime,
  e.actor AS Actor,
  e.public_note AS PublicNote,
  e.sms_state AS SmsState,
  e.sms_text AS SmsText,
  e.sms_attempts AS SmsAttempts,
  e.sms_sent_time AS SmsSentTime,
  e.sms_end_time AS SmsEndTime,
  e.sms_provider_id AS SmsProviderId
FROM appeal_event e
WHERE e.appeal_id = @AppealId
ORDER BY e.sequence
