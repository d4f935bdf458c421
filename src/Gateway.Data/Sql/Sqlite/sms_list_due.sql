-- Messages that may be sent now: no earlier one of the same appeal waits, none to the same number is under way, and
-- number and appeal have room left since @Since. The plus keeps the planner from the index by state, in which every
-- message that waits stands.
SELECT
  e.id AS Id,
  a.appeal_number AS AppealNumber,
  e.sequence AS Sequence,
  e.stage AS Stage,
  a.result AS Result,
  e.sms_number AS Number,
  a.sms_language AS Language,
  e.sms_attempts AS Attempts,
  (SELECT COUNT(*) FROM appeal_item i WHERE i.appeal_id = e.appeal_id) AS ItemCount,
  COALESCE((SELECT SUM(r.amount) FROM refund r WHERE r.appeal_id = e.appeal_id), 0) AS RefundTotal
FROM appeal_event e
JOIN appeal a ON a.id = e.appeal_id
WHERE e.sms_state = 1
  AND e.sms_due_time <= @Now
  AND (e.sms_lease_until IS NULL OR e.sms_lease_until <= @Now)
  AND NOT EXISTS (
    SELECT 1 FROM appeal_event p
    WHERE p.appeal_id = e.appeal_id AND p.sequence < e.sequence AND p.sms_sent_time IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM appeal_event u
    WHERE u.sms_number = e.sms_number AND +u.sms_state = 1 AND u.sms_lease_until > @Now)
  AND (
    SELECT COUNT(*) FROM appeal_event s
    WHERE s.sms_number = e.sms_number AND s.sms_sent_time >= @Since) < @PerNumber
  AND (
    SELECT COUNT(*) FROM appeal_event s
    WHERE s.appeal_id = e.appeal_id AND s.sms_sent_time >= @Since) < @PerAppeal
ORDER BY e.sms_due_time, e.id
LIMIT @Limit
