SELECT COALESCE(SUM(amount), 0) AS DueTotal FROM refund WHERE appeal_id = @AppealId AND pay_time IS NULL
