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
WHERE call_id = @CallId
