using Gateway.Data;
using Gateway.Domain;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Data;

public abstract class SubjectStoreTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestDatabase _test;

    protected SubjectStoreTests(TestDialect dialect)
    {
        _test = TestDatabase.Create(dialect);
        SomeRows.Insert(_test, fines: 0);
    }

    public void Dispose()
    {
        _test.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task Find_KnownPlate_AnswersStoredFormAndHolder()
    {
        var found = await FindAsync(SomeRows.Plate);

        Assert.Equal(
            new SubjectRecord(SomeRows.Vehicle, SomeRows.Plate, PersonName.FromStored("أحمد محمود"), HolderId: null),
            found);
    }

    [DatabaseTheory]
    [InlineData("قب", "1234", PlateKind.Private, "")]
    [InlineData("قبل", "123", PlateKind.Private, "")]
    [InlineData("قبل", "1234", PlateKind.Taxi, "")]
    [InlineData("", "1234", PlateKind.Private, "01")]
    public async Task Find_AnotherPlate_IsNull(string letters, string digits, PlateKind kind, string governorate) =>
        Assert.Null(await FindAsync(new VehiclePlate(letters, digits, kind, governorate)));

    [DatabaseFact]
    public async Task Find_DriverByLicenceOrNationalId_AnswersTheLicence()
    {
        var byLicence = await FindAsync(SomeRows.Licence);
        var byNationalId = await FindAsync(new DriverNationalId(NationalId.FromStored("29001010112345")));

        var expected = new SubjectRecord(
            SomeRows.Driver, SomeRows.Licence, PersonName.FromStored("منى أحمد"),
            NationalId.FromStored("29001010112345"));
        Assert.Equal(expected, byLicence);
        Assert.Equal(byLicence, byNationalId);
    }

    [DatabaseFact]
    public async Task Find_UnknownDriver_IsNull()
    {
        Assert.Null(await FindAsync(new DrivingLicence("12345678", "0102")));
        Assert.Null(await FindAsync(new DriverNationalId(NationalId.FromStored("29001010112346"))));
    }

    [DatabaseFact]
    public async Task Find_ByKey_AnswersTheSame()
    {
        var keys = new[] { SomeRows.Vehicle, SomeRows.Driver, new SubjectKey(SubjectKind.Driver, 99) };

        var subjects = new List<Subject?>();
        foreach (var key in keys)
        {
            var found = await _test.Database.ReadAsync(session => new SubjectStore(session).FindAsync(key, None), None);
            subjects.Add(found?.Subject);
        }

        Assert.Equal([SomeRows.Plate, SomeRows.Licence, null], subjects);
    }

    [DatabaseFact]
    public async Task Lock_KnownSubjects_Returns()
    {
        var locked = await _test.Database.WriteAsync(
            async session =>
            {
                await new SubjectStore(session).LockAsync(SomeRows.Vehicle, None);
                await new SubjectStore(session).LockAsync(SomeRows.Driver, None);
                return true;
            },
            None);

        Assert.True(locked);
    }

    [DatabaseFact]
    public async Task Find_ParameterLongerThanItsColumn_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => FindAsync(new DrivingLicence("123456789012345", "0101")));

    private Task<SubjectRecord?> FindAsync(Subject subject) =>
        _test.Database.ReadAsync(session => new SubjectStore(session).FindAsync(subject, None), None);
}

public sealed class SqliteSubjectStoreTests() : SubjectStoreTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerSubjectStoreTests() : SubjectStoreTests(TestDialect.SqlServer);
