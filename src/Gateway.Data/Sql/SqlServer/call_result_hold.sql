-- One at a time carries a request out, whether its answer is there already or not; until the transaction ends. Who comes
-- second finds the answer of the first.
DECLARE @Resource nvarchar(255) = CONCAT(N'request:', @RequestId, N':', @Caller);
DECLARE @Result int;
EXEC @Result = sp_getapplock @Resource = @Resource, @LockMode = 'Exclusive', @LockOwner = 'Transaction';
IF @Result < 0
BEGIN
  THROW 51222, 'The lock was not granted in time.', 1;
END;

SELECT
  caller AS Caller,
  request_id AS RequestId,
  method AS Method,
  request_sha256 AS RequestSha256,
  request AS Request,
  response AS Response,
  call_id AS CallId,
  create_time AS CreateTime,
  state AS State
FROM call_result
WHERE caller = @Caller AND request_id = @RequestId
