-- One page of all appeals, the newest first.
SELECT
  a.id AS Id,
  a.appeal_number AS AppealNumber,
  a.branch_code AS BranchCode,
  a.stage AS Stage,
  a.result AS Result,
  (SELECT COUNT(*) FROM appeal_item i WHERE i.appeal_id = a.id) AS ItemCount,
  (SELECT SUM(i.contested_amount) FROM appeal_item i WHERE i.appeal_id = a.id) AS ContestedTotal,
  (SELECT COUNT(*) FROM appeal_document d WHERE d.appeal_id = a.id) AS DocumentCount,
  a.submit_time AS SubmitTime,
  a.due_time AS DueTime
FROM appeal a
WHERE a.id < @BeforeId
  AND (@Stage IS NULL OR a.stage = @Stage)
ORDER BY a.id DESC
LIMIT @Limit
