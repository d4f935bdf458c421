-- The table has a trigger, so the key comes by a question of its own.
INSERT INTO appeal (
  appeal_number, caller, request_id, branch_code, counter_code, teller_code, vehicle_id, driver_id, is_whole,
  appellant_name, appellant_national_id, mobile_number, sms_language, fee_amount, fee_payment_method,
  fee_payment_reference, fee_collect_time, business_date, submit_time, due_time, stage, stage_actor, stage_time)
VALUES (
  @AppealNumber, @Caller, @RequestId, @BranchCode, @CounterCode, @TellerCode, @VehicleId, @DriverId, @IsWhole,
  @AppellantName, @AppellantNationalId, @MobileNumber, @SmsLanguage, @FeeAmount, @FeePaymentMethod,
  @FeePaymentReference, @FeeCollectTime, @BusinessDate, @SubmitTime, @DueTime, 1, @Caller, @SubmitTime);

SELECT id FROM appeal WHERE appeal_number = @AppealNumber
