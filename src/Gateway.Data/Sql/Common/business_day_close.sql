UPDATE business_day
SET is_closed = 1, close_time = @CloseTime, close_caller = @CloseCaller, close_reason = @CloseReason
WHERE business_date = @BusinessDate AND is_closed = 0
