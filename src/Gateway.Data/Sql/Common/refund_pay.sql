-- One that was paid by now is left alone.
UPDATE refund
SET
  caller = @Caller,
  request_id = @RequestId,
  branch_code = @BranchCode,
  counter_code = @CounterCode,
  teller_code = @TellerCode,
  business_date = @BusinessDate,
  pay_time = @PayTime
WHERE id = @Id AND pay_time IS NULL
