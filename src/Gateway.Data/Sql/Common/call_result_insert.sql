INSERT INTO call_result (
  caller, request_id, method, request_sha256, request, response, call_id, create_time, state)
VALUES (
  @Caller, @RequestId, @Method, @RequestSha256, @Request, @Response, @CallId, @CreateTime, @State)
