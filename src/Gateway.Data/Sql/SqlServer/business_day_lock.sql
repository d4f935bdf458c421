-- For the one who closes the day: waits for all who take or pay money on it, and holds off those that come, until the
-- transaction ends.
DECLARE @Resource nvarchar(255) = CONCAT(N'business-day:', CONVERT(nchar(8), @BusinessDate, 112));
DECLARE @Result int;
EXEC @Result = sp_getapplock @Resource = @Resource, @LockMode = 'Exclusive', @LockOwner = 'Transaction';
IF @Result < 0
BEGIN
  THROW 51222, 'The lock was not granted in time.', 1;
END;

INSERT INTO business_day (business_date, is_closed)
SELECT @BusinessDate, 0
WHERE NOT EXISTS (SELECT 1 FROM business_day WHERE business_date = @BusinessDate);

SELECT is_closed AS IsClosed, close_time AS CloseTime FROM business_day WHERE business_date = @BusinessDate
