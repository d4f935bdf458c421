-- A write transaction in SQLite is the only one there is, so the row needs no lock of its own.
SELECT is_closed AS IsClosed FROM business_day WHERE business_date = @BusinessDate
