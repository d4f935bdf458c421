INSERT INTO business_day (business_date, is_closed)
VALUES (@BusinessDate, 0)
ON CONFLICT (business_date) DO NOTHING
