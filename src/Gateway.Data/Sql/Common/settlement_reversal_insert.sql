INSERT INTO settlement_reversal (
  settlement_id, caller, request_id, branch_code, counter_code, teller_code, reason, note, reverse_time)
VALUES (
  @SettlementId, @Caller, @RequestId, @BranchCode, @CounterCode, @TellerCode, @Reason, @Note, @ReverseTime)
