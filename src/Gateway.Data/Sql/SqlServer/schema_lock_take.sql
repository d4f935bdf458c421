-- One gateway at a time changes the schema; held until the connection is closed. Negative where it could not be had.
DECLARE @Result int;
EXEC @Result = sp_getapplock
  @Resource = 'traffic-gateway-schema', @LockMode = 'Exclusive', @LockOwner = 'Session',
  @LockTimeout = @PatienceMilliseconds;
SELECT @Result AS Result
