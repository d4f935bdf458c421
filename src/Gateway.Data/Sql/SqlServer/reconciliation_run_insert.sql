INSERT INTO reconciliation_run (caller, request_id, business_date, start_time)
OUTPUT INSERTED.id
VALUES (@Caller, @RequestId, @BusinessDate, @StartTime)
