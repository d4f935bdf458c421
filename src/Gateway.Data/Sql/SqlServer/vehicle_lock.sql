-- Until the transaction ends; the row itself stays free for the prosecution's own programs.
DECLARE @Resource nvarchar(255) = CONCAT(N'vehicle:', @Id);
DECLARE @Result int;
EXEC @Result = sp_getapplock @Resource = @Resource, @LockMode = 'Exclusive', @LockOwner = 'Transaction';
IF @Result < 0
BEGIN
  THROW 51222, 'The lock was not granted in time.', 1;
END;

SELECT id AS Id FROM vehicle WHERE id = @Id
