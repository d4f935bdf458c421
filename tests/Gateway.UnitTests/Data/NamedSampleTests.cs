using Gateway.Data;
using Gateway.Domain;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Data;

public abstract class NamedSampleTests(TestDialect dialect) : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestDatabase _test = TestDatabase.Create(dialect);

    public Task InitializeAsync() => SampleDataWriter.WriteAsync(
        _test.Database, new SampleDataGenerator(1, new DateOnly(2026, 3, 1)), 0, null, None);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _test.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task FiveOutstanding_InquiredAbout_OwesFiveFines()
    {
        var fines = await FinesAsync(NamedSample.FiveOutstanding);

        Assert.Equal(NamedSample.FiveOutstandingFineNumbers, fines.Select(fine => fine.FineNumber));
        Assert.All(fines, fine => Assert.Equal(FineStatus.Outstanding, fine.Status));
        Assert.Equal("2575.00", Money.Sum(fines.Select(fine => fine.AmountDue)).ToString());
        Assert.Equal("1000000000010", fines[0].FineNumber);
    }

    [DatabaseFact]
    public async Task WithoutFines_InquiredAbout_IsKnownAndOwesNothing() =>
        Assert.Empty(await FinesAsync(NamedSample.WithoutFines));

    [DatabaseFact]
    public async Task UnderAppeal_InquiredAbout_HasOneOfEach() => Assert.Equal(
        [FineStatus.UnderAppeal, FineStatus.Outstanding],
        (await FinesAsync(NamedSample.UnderAppeal)).Select(fine => fine.Status));

    [DatabaseFact]
    public async Task OldPlate_InquiredAbout_OwesOneFine() =>
        Assert.Equal(FineStatus.Outstanding, Assert.Single(await FinesAsync(NamedSample.OldPlate)).Status);

    [DatabaseFact]
    public async Task ClosedTaxi_InquiredAbout_HasClosedFinesOnly() => Assert.Equal(
        [FineStatus.Settled, FineStatus.Settled, FineStatus.Cancelled],
        (await FinesAsync(NamedSample.ClosedTaxi)).Select(fine => fine.Status));

    [DatabaseFact]
    public async Task Licence_ByNumberAndByNationalId_OwesTwoFines()
    {
        var byNumber = await FinesAsync(NamedSample.Licence);
        var byHolder = await FinesAsync(new DriverNationalId(NamedSample.LicenceHolder));

        Assert.Equal(2, byNumber.Count);
        Assert.Equal(byNumber, byHolder);
    }

    [DatabaseFact]
    public async Task Unknown_InquiredAbout_IsUnknown() => Assert.Null(await _test.Database.ReadAsync(
        session => new SubjectStore(session).FindAsync(NamedSample.Unknown, None), None));

    private Task<IReadOnlyList<FineRecord>> FinesAsync(Subject subject) => _test.Database.ReadAsync(
        async session =>
        {
            var known = await new SubjectStore(session).FindAsync(subject, None);
            return await new FineStore(session).ListBySubjectAsync(known!.Key, includeClosed: true, null, 100, None);
        },
        None);
}

public sealed class SqliteNamedSampleTests() : NamedSampleTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerNamedSampleTests() : NamedSampleTests(TestDialect.SqlServer);
