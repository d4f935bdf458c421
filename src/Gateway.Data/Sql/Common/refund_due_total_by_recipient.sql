SELECT COALESCE(SUM(amount), 0) AS DueTotal
FROM refund
WHERE recipient_national_id = @NationalId AND pay_time IS NULL
