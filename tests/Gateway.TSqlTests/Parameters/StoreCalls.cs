using Gateway.Data;

namespace Gateway.TSqlTests.Parameters;

/// <summary>Calls each method of each store, with all values and with as few as there may be.</summary>
internal static class StoreCalls
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly Func<DatabaseSession, Task>[] All =
    [
        session => new AppealDocumentStore(session).InsertAsync(Some.AppealDocument(), None),
        session => new AppealDocumentStore(session).ListAsync(1, None),
        session => new AppealDocumentStore(session).CountAsync(1, None),
        session => new AppealDocumentStore(session).FindContentAsync(1, 1, None),
        session => new AppealListStore(session).ListAsync(new AppealFilter(null, null, null), null, 10, None),
        session => new AppealListStore(session).ListAsync(Some.Filter, 1, 10, None),
        session => new AppealListStore(session).ListAsync(Some.Filter with { BranchCode = null }, 1, 10, None),
        session => new AppealListStore(session).ListAsync(Some.Filter with { AppellantNationalId = null }, 1, 10, None),
        session => new AppealListStore(session).ListOpenAsync(null, Some.Noon, null, 10, None),
        session => new AppealListStore(session).ListOpenAsync(
            Domain.AppealStage.Received, Some.Noon, new AppealCursor(Some.Noon, 1), 10, None),
        session => new AppealListStore(session).TotalsAsync(Some.Noon, None),
        session => new AppealStore(session).InsertAsync(Some.Appeal(), None),
        session => new AppealStore(session).InsertAsync(Some.AppealWithoutFee(), None),
        session => new AppealStore(session).InsertItemsAsync(1, [Some.AppealItem()], None),
        session => new AppealStore(session).FindByNumberAsync("1", None),
        session => new AppealStore(session).ListItemsAsync(1, None),
        session => new AppealStore(session).ListEventsAsync(1, None),
        session => new AppealStore(session).MoveAsync(Some.StoredAppeal(), Some.Decided, None),
        session => new AppealStore(session).MoveAsync(
            Some.StoredAppeal(), Some.Decided with { PublicNote = null, Result = null }, None),
        session => new AppealStore(session).CloseItemsAsync(1, None),
        session => new AppealStore(session).DecideItemsAsync(
            1, [new AppealItemDecision(1, Domain.AppealDecision.Reduced, Some.Money, false, "seen")], None),
        session => new AppealStore(session).NumberExistsAsync("1", None),
        session => new AppealStore(session).FeeReferenceExistsAsync(Domain.PaymentMethod.Card, "1", None),
        session => new BusinessDayStore(session).FindAsync(Day, None),
        session => new BusinessDayStore(session).HoldAsync(Day, None),
        session => new BusinessDayStore(session).LockAsync(Day, None),
        session => new BusinessDayStore(session).CloseAsync(Day, Some.Noon, Some.Caller, "equal", None),
        session => new BusinessDayStore(session).CloseAsync(Day, Some.Noon, Some.Caller, null, None),
        session => new CallResultStore(session).FindAsync(Some.Caller, Some.RequestId, None),
        session => new CallResultStore(session).FindByCallAsync(Guid.Empty, None),
        session => new CallResultStore(session).HoldAsync(Some.Caller, Some.RequestId, None),
        session => new CallResultStore(session).InsertAsync(Some.CallResult(), None),
        session => new ChangeStore(session).ListAsync(null, 10, None),
        session => new ChangeStore(session).ListAsync((Some.Caller, Some.RequestId), 10, None),
        session => new ChangeStore(session).ListUnansweredAsync(Some.Noon, 10, None),
        session => new ClearanceStore(session).InsertAsync(Some.Clearance(), None),
        session => new ClearanceStore(session).InsertAsync(Some.ClearanceOfADriver(), None),
        session => new ClearanceStore(session).NumberExistsAsync("1", None),
        session => new ClearanceStore(session).FindByNumberAsync("1", None),
        session => new ClearanceStore(session).ListLeaningAsync(Some.Vehicle, 1, Some.Noon, None),
        session => new ClearanceStore(session).ListLeaningAsync(Some.Driver, 1, Some.Noon, None),
        session => new ClearanceStore(session).LastSettlementAsync(Some.Vehicle, None),
        session => new ClearanceStore(session).LastSettlementAsync(Some.Driver, None),
        session => new ClearanceStore(session).RevokeAsync(1, Some.Revocation("seen"), None),
        session => new ClearanceStore(session).RevokeAsync(1, Some.Revocation(null), None),
        session => new ClearanceSheetStore(session).InsertAsync(1, Some.Sheet(), None),
        session => new ClearanceSheetStore(session).InsertAsync(
            1, Some.Sheet() with { SheetNumber = 2, ReprintReason = Domain.ClearanceReprintReason.PrinterFault }, None),
        session => new ClearanceSheetStore(session).SerialExistsAsync("1", None),
        session => new ClearanceSheetStore(session).ListAsync(1, None),
        session => new ClearanceSheetStore(session).FindCertificateNumberAsync(Some.CredentialId, None),
        session => new ClearanceRevocationStore(session).LockAsync(None),
        session => new ClearanceRevocationStore(session).InsertAsync(
            Some.CredentialId, Domain.ClearanceState.Superseded, Some.Noon, Some.Noon, None),
        session => new ClearanceRevocationStore(session).ListAsync(0, 10, None),
        session => new ClearanceRevocationStore(session).ListCurrentAsync(Some.Noon, None),
        session => new ClearanceRevocationStore(session).LastIdAsync(None),
        session => new EvidenceAnchorStore(session).FindAsync("gateway/1", None),
        session => new EvidenceAnchorStore(session).FindByOriginAsync("gateway/1/00000000", None),
        session => new EvidenceAnchorStore(session).ListAsync(None),
        session => new EvidenceAnchorStore(session).InsertAsync("gateway/1", Some.Anchor(), None),
        session => new EvidenceAnchorStore(session).RaiseAsync("gateway/1/00000000", 1, new byte[32], Some.Noon, None),
        session => new EvidenceAnchorStore(session).SucceedAsync("gateway/1/00000000", "gateway/1/00000001", None),
        session => new FineStore(session).ListUnpaidAsync(Some.Vehicle, None),
        session => new FineStore(session).ListUnpaidAsync(Some.Driver, None),
        session => new FineStore(session).ListBySubjectAsync(Some.Vehicle, true, null, 10, None),
        session => new FineStore(session).ListBySubjectAsync(Some.Vehicle, false, Some.Fine().Cursor, 10, None),
        session => new FineStore(session).ListBySubjectAsync(Some.Driver, true, null, 10, None),
        session => new FineStore(session).TotalsBySubjectAsync(Some.Vehicle, None),
        session => new FineStore(session).TotalsBySubjectAsync(Some.Driver, None),
        session => new FineStore(session).FindByNumberAsync("1", None),
        session => new FineStore(session).HoldByNumbersAsync(["1"], None),
        session => new FineStore(session).ChangeStatusAsync([Some.Fine()], Domain.FineStatus.Settled, None),
        session => new ReconciliationStore(session).BeginAsync(Some.Caller, Some.RequestId, Day, Some.Noon, None),
        session => new ReconciliationStore(session).AddAsync(1, [new PostEntry(1, EntryKind.Refund, "1", Some.Money)], None),
        session => new ReconciliationStore(session).TotalsAsync(1, Day, None),
        session => new ReconciliationStore(session).CountExceptionsAsync(1, Day, None),
        session => new ReconciliationStore(session).ListExceptionsAsync(1, Day, 10, None),
        session => new ReconciliationStore(session).ListBegunBeforeAsync(Some.Noon, None),
        session => new ReconciliationStore(session).DeleteEntriesAsync(1, 10, None),
        session => new ReconciliationStore(session).DeleteAsync(1, None),
        session => new RefundStore(session).InsertAsync(Some.Refund(), None),
        session => new RefundStore(session).InsertAsync(Some.Refund() with { FineId = null, SettlementId = null }, None),
        session => new RefundStore(session).NumberExistsAsync("1", None),
        session => new RefundPayoutStore(session).FindByNumberAsync("1", None),
        session => new RefundPayoutStore(session).ListByAppealAsync(1, false, 10, None),
        session => new RefundPayoutStore(session).ListByRecipientAsync(Some.NationalId.Id, true, 10, None),
        session => new RefundPayoutStore(session).DueOfAppealAsync(1, None),
        session => new RefundPayoutStore(session).DueToAsync(Some.NationalId.Id, None),
        session => new RefundPayoutStore(session).PayAsync(1, Some.Payout(), None),
        session => new ReversalStore(session).FindAsync(1, None),
        session => new ReversalStore(session).InsertAsync(1, Some.Reversal(), None),
        session => new ReversalStore(session).InsertAsync(1, Some.ReversalByHeadOffice(), None),
        session => new SettlementListStore(session).ListAsync(Day, null, null, 10, None),
        session => new SettlementListStore(session).ListAsync(Day, "00001", null, 10, None),
        session => new SettlementListStore(session).TotalsAsync(Day, null, None),
        session => new SettlementListStore(session).TotalsAsync(Day, "00001", None),
        session => new SettlementStore(session).InsertAsync(Some.Settlement(), None),
        session => new SettlementStore(session).InsertAsync(Some.SettlementOfAnUnnamedPayer(), None),
        session => new SettlementStore(session).InsertItemsAsync(1, [new NewSettlementItem(1, Some.Money)], None),
        session => new SettlementStore(session).FindByNumberAsync("1", None),
        session => new SettlementStore(session).FindByRequestAsync(Some.Caller, Some.RequestId, None),
        session => new SettlementStore(session).ListItemsAsync(1, None),
        session => new SettlementStore(session).ListPaidAsync([1], None),
        session => new SettlementStore(session).NumberExistsAsync("1", None),
        session => new SettlementStore(session).PaymentReferenceExistsAsync(Domain.PaymentMethod.Card, "1", None),
        session => new SmsStore(session).ListDueAsync(Some.Noon, new SmsAllowance(Some.Noon, 20, 10), 10, None),
        session => new SmsStore(session).LockClaimsAsync(None),
        session => new SmsStore(session).ClaimAsync([new SmsClaim(1, "t", "text")], "gw", Some.Noon, Some.Noon, None),
        session => new SmsStore(session).MarkSentAsync(1, "t", new SmsSent(Some.Noon), None),
        session => new SmsStore(session).MarkSentAsync(1, "t", new SmsSent(Some.Noon, true, "1"), None),
        session => new SmsStore(session).MarkUnsentAsync(1, "t", new SmsUnsent(Some.Noon, false, "busy"), None),
        session => new SmsStore(session).MarkUnsentAsync(1, "t", new SmsUnsent(Some.Noon, true, "busy"), None),
        session => new SmsStore(session).TokenExistsAsync("t", None),
        session => new SmsStore(session).ReleaseAsync(1, "t", None),
        session => new SmsStore(session).ReportAsync("t", true, "1", Some.Noon, None),
        session => new SmsStore(session).ReportAsync("t", false, null, Some.Noon, None),
        session => new SmsStore(session).ListFailedAsync(10, None),
        session => new SmsStore(session).ResendAsync(null, null, Some.Noon, None),
        session => new SmsStore(session).ResendAsync("1", 1, Some.Noon, None),
        session => new SmsStore(session).TotalsAsync(None),
        session => new SubjectStore(session).FindAsync(Some.Plate, None),
        session => new SubjectStore(session).FindAsync(Some.Licence, None),
        session => new SubjectStore(session).FindAsync(Some.NationalId, None),
        session => new SubjectStore(session).FindAsync(Some.Vehicle, None),
        session => new SubjectStore(session).FindAsync(Some.Driver, None),
        session => new SubjectStore(session).LockAsync(Some.Vehicle, None),
        session => new SubjectStore(session).LockAsync(Some.Driver, None),
    ];

    /// <summary>Makes all calls.</summary>
    public static async Task RunAllAsync(Recorder recorder)
    {
        foreach (var call in All)
            await RunAsync(() => call(recorder.Session()));
        await RunAsync(() => SampleDataWriter.WriteAsync(
            new RecordingDatabase(recorder), new SampleDataGenerator(seed: 1, Day), fines: 1, progress: null, None));
    }

    private static async Task RunAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (InvalidOperationException)
        {
            // A row was expected, and the recorder has none. The statement was sent.
        }
    }
}
