SELECT is_closed AS IsClosed, close_time AS CloseTime FROM business_day WHERE business_date = @BusinessDate
