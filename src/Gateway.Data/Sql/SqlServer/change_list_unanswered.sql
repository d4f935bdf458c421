-- Changes of which no answer is kept. After is empty: the answers of all callers are looked for, by the index of requests.
SELECT TOP (@Limit) u.kind AS Kind, u.caller AS Caller, u.request_id AS RequestId, u.change_time AS ChangeTime
FROM (
  SELECT 'settlement' AS kind, t.caller AS caller, t.request_id AS request_id, t.settle_time AS change_time
  FROM settlement t
  WHERE t.caller > @After AND t.settle_time >= @Since
    AND NOT EXISTS (SELECT 1 FROM call_result c WHERE c.caller = t.caller AND c.request_id = t.request_id)
  UNION ALL
  SELECT 'reversal' AS kind, t.caller AS caller, t.request_id AS request_id, t.reverse_time AS change_time
  FROM settlement_reversal t
  WHERE t.caller > @After AND t.reverse_time >= @Since
    AND NOT EXISTS (SELECT 1 FROM call_result c WHERE c.caller = t.caller AND c.request_id = t.request_id)
  UNION ALL
  SELECT 'appeal' AS kind, t.caller AS caller, t.request_id AS request_id, t.submit_time AS change_time
  FROM appeal t
  WHERE t.caller > @After AND t.submit_time >= @Since
    AND NOT EXISTS (SELECT 1 FROM call_result c WHERE c.caller = t.caller AND c.request_id = t.request_id)
  UNION ALL
  SELECT 'refund' AS kind, t.caller AS caller, t.request_id AS request_id, t.pay_time AS change_time
  FROM refund t
  WHERE t.caller > @After AND t.request_id IS NOT NULL AND t.pay_time >= @Since
    AND NOT EXISTS (SELECT 1 FROM call_result c WHERE c.caller = t.caller AND c.request_id = t.request_id)
  UNION ALL
  SELECT 'clearance certificate' AS kind, t.caller AS caller, t.request_id AS request_id, t.as_of_time AS change_time
  FROM clearance_certificate t
  WHERE t.caller > @After AND t.as_of_time >= @Since
    AND NOT EXISTS (SELECT 1 FROM call_result c WHERE c.caller = t.caller AND c.request_id = t.request_id)
  UNION ALL
  SELECT 'sheet' AS kind, t.caller AS caller, t.request_id AS request_id, t.print_time AS change_time
  FROM clearance_sheet t
  WHERE t.caller > @After AND t.print_time >= @Since
    AND NOT EXISTS (SELECT 1 FROM call_result c WHERE c.caller = t.caller AND c.request_id = t.request_id)
) u
ORDER BY u.change_time, u.request_id
