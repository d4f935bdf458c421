-- A write transaction in SQLite is the only one there is, so the day needs no lock of its own.
SELECT is_closed AS IsClosed, close_time AS CloseTime FROM business_day WHERE business_date = @BusinessDate
