SELECT
  caller AS Caller,
  request_id AS RequestId,
  branch_code AS BranchCode,
  counter_code AS CounterCode,
  teller_code AS TellerCode,
  reason AS Reason,
  note AS Note,
  reverse_time AS ReverseTime
FROM settlement_reversal
WHERE settlement_id = @SettlementId
