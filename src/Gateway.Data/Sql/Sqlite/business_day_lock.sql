-- A write transaction in SQLite is the only one there is, so the row needs no lock of its own.
INSERT INTO business_day (business_date, is_closed)
VALUES (@BusinessDate, 0)
ON CONFLICT (business_date) DO NOTHING;

SELECT is_closed AS IsClosed, close_time AS CloseTime FROM business_day WHERE business_date = @BusinessDate
