namespace Gateway.Data;

/// <summary>
/// Names of the SQL statements: each is a file <c>Sql/Common/{name}.sql</c> or <c>Sql/{dialect}/{name}.sql</c>. They
/// also name spans and metrics, so they do not change lightly.
/// </summary>
internal static class StatementName
{
    public const string AppealEventList = "appeal_event_list";
    public const string AppealFeeReferenceExists = "appeal_fee_reference_exists";
    public const string AppealFindByNumber = "appeal_find_by_number";
    public const string AppealInsert = "appeal_insert";
    public const string AppealItemClose = "appeal_item_close";
    public const string AppealItemDecide = "appeal_item_decide";
    public const string AppealItemInsert = "appeal_item_insert";
    public const string AppealItemList = "appeal_item_list";
    public const string AppealList = "appeal_list";
    public const string AppealListByAppellant = "appeal_list_by_appellant";
    public const string AppealListByBranch = "appeal_list_by_branch";
    public const string AppealListOpen = "appeal_list_open";
    public const string AppealMove = "appeal_move";
    public const string AppealNumberExists = "appeal_number_exists";
    public const string AppealOpenTotals = "appeal_open_totals";
    public const string BusinessDayClose = "business_day_close";
    public const string BusinessDayFind = "business_day_find";
    public const string BusinessDayHold = "business_day_hold";
    public const string BusinessDayLock = "business_day_lock";
    public const string CallResultFind = "call_result_find";
    public const string CallResultHold = "call_result_hold";
    public const string CallResultInsert = "call_result_insert";
    public const string DatabasePing = "database_ping";
    public const string DriverFindById = "driver_find_by_id";
    public const string DriverFindByLicence = "driver_find_by_licence";
    public const string DriverFindByNationalId = "driver_find_by_national_id";
    public const string DriverLock = "driver_lock";
    public const string FineChange = "fine_change";
    public const string FineFindByNumber = "fine_find_by_number";
    public const string FineHoldByNumbers = "fine_hold_by_numbers";
    public const string FineListByDriver = "fine_list_by_driver";
    public const string FineListByVehicle = "fine_list_by_vehicle";
    public const string FineTotalsByDriver = "fine_totals_by_driver";
    public const string FineTotalsByVehicle = "fine_totals_by_vehicle";
    public const string ReconciliationEntryDelete = "reconciliation_entry_delete";
    public const string ReconciliationEntryInsert = "reconciliation_entry_insert";
    public const string ReconciliationExceptionCount = "reconciliation_exception_count";
    public const string ReconciliationExceptionList = "reconciliation_exception_list";
    public const string ReconciliationRunDelete = "reconciliation_run_delete";
    public const string ReconciliationRunInsert = "reconciliation_run_insert";
    public const string ReconciliationRunListStale = "reconciliation_run_list_stale";
    public const string ReconciliationTotals = "reconciliation_totals";
    public const string RefundInsert = "refund_insert";
    public const string RefundNumberExists = "refund_number_exists";
    public const string SampleDriverInsert = "sample_driver_insert";
    public const string SampleFineInsert = "sample_fine_insert";
    public const string SampleLastKeys = "sample_last_keys";
    public const string SampleSettlementInsert = "sample_settlement_insert";
    public const string SampleSettlementItemInsert = "sample_settlement_item_insert";
    public const string SampleVehicleInsert = "sample_vehicle_insert";
    public const string SampleViolationInsert = "sample_violation_insert";
    public const string SettlementFindByNumber = "settlement_find_by_number";
    public const string SettlementFindByRequest = "settlement_find_by_request";
    public const string SettlementInsert = "settlement_insert";
    public const string SettlementItemDeactivate = "settlement_item_deactivate";
    public const string SettlementItemInsert = "settlement_item_insert";
    public const string SettlementItemList = "settlement_item_list";
    public const string SettlementItemListActive = "settlement_item_list_active";
    public const string SettlementListByBranch = "settlement_list_by_branch";
    public const string SettlementListByDate = "settlement_list_by_date";
    public const string SettlementNumberExists = "settlement_number_exists";
    public const string SettlementPaymentReferenceExists = "settlement_payment_reference_exists";
    public const string SettlementReversalFind = "settlement_reversal_find";
    public const string SettlementReversalInsert = "settlement_reversal_insert";
    public const string SettlementTotalsByBranch = "settlement_totals_by_branch";
    public const string SettlementTotalsByDate = "settlement_totals_by_date";
    public const string SmsClaim = "sms_claim";
    public const string SmsDelivered = "sms_delivered";
    public const string SmsListDue = "sms_list_due";
    public const string SmsListFailed = "sms_list_failed";
    public const string SmsLockClaims = "sms_lock_claims";
    public const string SmsProgress = "sms_progress";
    public const string SmsRelease = "sms_release";
    public const string SmsResend = "sms_resend";
    public const string SmsTokenExists = "sms_token_exists";
    public const string SmsTotals = "sms_totals";
    public const string SmsUndelivered = "sms_undelivered";
    public const string VehicleFindById = "vehicle_find_by_id";
    public const string VehicleFindByPlate = "vehicle_find_by_plate";
    public const string VehicleLock = "vehicle_lock";
}
