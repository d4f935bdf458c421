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
        session => new BusinessDayStore(session).FindAsync(Day, None),
        session => new BusinessDayStore(session).HoldAsync(Day, None),
        session => new BusinessDayStore(session).LockAsync(Day, None),
        session => new BusinessDayStore(session).CloseAsync(Day, Some.Noon, Some.Caller, "equal", None),
        session => new BusinessDayStore(session).CloseAsync(Day, Some.Noon, Some.Caller, null, None),
        session => new CallResultStore(session).FindAsync(Some.Caller, Some.RequestId, None),
        session => new CallResultStore(session).HoldAsync(Some.Caller, Some.RequestId, None),
        session => new CallResultStore(session).InsertAsync(Some.CallResult(), None),
        session => new FineStore(session).ListBySubjectAsync(Some.Vehicle, true, null, 10, None),
        session => new FineStore(session).ListBySubjectAsync(Some.Vehicle, false, Some.Fine().Cursor, 10, None),
        session => new FineStore(session).ListBySubjectAsync(Some.Driver, true, null, 10, None),
        session => new FineStore(session).TotalsBySubjectAsync(Some.Vehicle, None),
        session => new FineStore(session).TotalsBySubjectAsync(Some.Driver, None),
        session => new FineStore(session).FindByNumberAsync("1", None),
        session => new FineStore(session).HoldByNumbersAsync(["1"], None),
        session => new FineStore(session).ChangeStatusAsync([Some.Fine()], Domain.FineStatus.Settled, None),
        session => new ReconciliationStore(session).BeginAsync(Some.Caller, Some.RequestId, Day, Some.Noon, None),
        session => new ReconciliationStore(session).AddAsync(1, [new PostEntry(1, "1", Some.Money)], None),
        session => new ReconciliationStore(session).TotalsAsync(1, Day, None),
        session => new ReconciliationStore(session).CountExceptionsAsync(1, Day, None),
        session => new ReconciliationStore(session).ListExceptionsAsync(1, Day, 10, None),
        session => new ReconciliationStore(session).ListBegunBeforeAsync(Some.Noon, None),
        session => new ReconciliationStore(session).DeleteEntriesAsync(1, 10, None),
        session => new ReconciliationStore(session).DeleteAsync(1, None),
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
        session => new SettlementStore(session).NumberExistsAsync("1", None),
        session => new SettlementStore(session).PaymentReferenceExistsAsync(Domain.PaymentMethod.Card, "1", None),
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
