INSERT INTO reconciliation_run (caller, request_id, business_date, start_time)
VALUES (@Caller, @RequestId, @BusinessDate, @StartTime)
RETURNING id
