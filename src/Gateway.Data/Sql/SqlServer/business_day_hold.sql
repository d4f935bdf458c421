-- Together with all who take or pay money on this day, against whoever closes it; until the transaction ends.
DECLARE @Resource nvarchar(255) = CONCAT(N'business-day:', CONVERT(nchar(8), @BusinessDate, 112));
DECLARE @Result int;
EXEC @Result = sp_getapplock @Resource = @Resource, @LockMode = 'Shared', @LockOwner = 'Transaction';
IF @Result < 0
BEGIN
  THROW 51222, 'The lock was not granted in time.', 1;
END;

SELECT is_closed AS IsClosed, close_time AS CloseTime FROM business_day WHERE business_date = @BusinessDate
