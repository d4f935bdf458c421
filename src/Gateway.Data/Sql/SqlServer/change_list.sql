-- One page of the kept answers by caller and request, with how many rows their changes have where they have rows that name
-- the request; else 1.
SELECT TOP (@Limit)
  c.caller AS Caller,
  c.request_id AS RequestId,
  c.method AS Method,
  c.response AS Response,
  c.call_id AS CallId,
  c.create_time AS CreateTime,
  c.state AS State,
  CASE c.method
    WHEN '/traffic.gateway.v1.SettlementService/SettleFines' THEN (
      SELECT COUNT(*) FROM settlement t WHERE t.caller = c.caller AND t.request_id = c.request_id)
    WHEN '/traffic.gateway.v1.SettlementService/ReverseSettlement' THEN (
      SELECT COUNT(*) FROM settlement_reversal t WHERE t.caller = c.caller AND t.request_id = c.request_id)
    WHEN '/traffic.gateway.v1.AppealService/SubmitAppeal' THEN (
      SELECT COUNT(*) FROM appeal t WHERE t.caller = c.caller AND t.request_id = c.request_id)
    WHEN '/traffic.gateway.v1.AppealService/PayRefund' THEN (
      SELECT COUNT(*) FROM refund t WHERE t.caller = c.caller AND t.request_id = c.request_id AND t.request_id IS NOT NULL)
    WHEN '/traffic.gateway.v1.ClearanceService/IssueClearanceCertificate' THEN (
      SELECT COUNT(*) FROM clearance_certificate t WHERE t.caller = c.caller AND t.request_id = c.request_id)
    WHEN '/traffic.gateway.v1.ClearanceService/ReprintClearanceCertificate' THEN (
      SELECT COUNT(*) FROM clearance_sheet t WHERE t.caller = c.caller AND t.request_id = c.request_id)
    ELSE 1
  END AS ChangeCount
FROM call_result c
WHERE c.caller >= @AfterCaller AND (c.caller > @AfterCaller OR c.request_id > @AfterRequestId)
ORDER BY c.caller, c.request_id
