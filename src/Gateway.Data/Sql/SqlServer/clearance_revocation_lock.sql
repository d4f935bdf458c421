-- Until the transaction ends.
DECLARE @Result int;
EXEC @Result = sp_getapplock @Resource = N'clearance revocations', @LockMode = 'Exclusive', @LockOwner = 'Transaction';
IF @Result < 0
BEGIN
  THROW 51222, 'The lock was not granted in time.', 1;
END;

SELECT 1 AS Locked
