using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Gateway.Data;

/// <summary>Inserts sample subjects into SQLite, with their fines and settlements, within a transaction.</summary>
internal sealed class SqliteSampleRows : ISampleRows
{
    private readonly DatabaseSession _session;
    private readonly SqliteBulkInsert _vehicle;
    private readonly SqliteBulkInsert _driver;
    private readonly SqliteBulkInsert _fine;
    private readonly SqliteBulkInsert _settlement;
    private readonly SqliteBulkInsert _item;

    public SqliteSampleRows(DatabaseSession session)
    {
        _session = session;
        _vehicle = Prepare(
            session, StatementName.SampleVehicleInsert,
            "@Id", "@Letters", "@Digits", "@Kind", "@GovernorateCode", "@HolderName", "@HolderNationalId");
        _driver = Prepare(
            session, StatementName.SampleDriverInsert,
            "@Id", "@LicenceNumber", "@TrafficUnitCode", "@NationalId", "@HolderName");
        _fine = Prepare(
            session, StatementName.SampleFineInsert,
            "@Id", "@FineNumber", "@VehicleId", "@DriverId", "@ViolationCode", "@ViolationTime", "@GovernorateCode",
            "@PlaceAr", "@PlaceEn", "@Amount", "@Fees", "@Status");
        _settlement = Prepare(
            session, StatementName.SampleSettlementInsert,
            "@Id", "@SettlementNumber", "@Caller", "@RequestId", "@BranchCode", "@CounterCode", "@TellerCode",
            "@VehicleId", "@DriverId", "@Total", "@PaymentMethod", "@PaymentReference", "@SettleTime", "@PayerName",
            "@PayerNationalId", "@PayerMobileNumber", "@BusinessDate");
        _item = Prepare(
            session, StatementName.SampleSettlementItemInsert, "@SettlementId", "@LineNumber", "@FineId", "@Amount");
    }

    /// <inheritdoc/>
    public Task BeginAsync(CancellationToken cancellationToken) =>
        _session.ExecuteAsync(SqliteStatementName.SampleLoadBegin, null, cancellationToken);

    /// <inheritdoc/>
    public Task EndAsync(CancellationToken cancellationToken) =>
        _session.ExecuteAsync(SqliteStatementName.SampleLoadEnd, null, cancellationToken);

    /// <inheritdoc/>
    public Task InsertAsync(SampleSubject subject, CancellationToken cancellationToken)
    {
        Insert(subject);
        return Task.CompletedTask;
    }

    private void Insert(SampleSubject subject)
    {
        if (subject.Plate is { } plate)
        {
            _vehicle.Number(subject.Key.Id).Text(plate.Letters).Text(plate.Digits).Number((int)plate.Kind)
                .Text(plate.GovernorateCode).Text(subject.HolderName).Text(subject.NationalId).Run();
        }
        else if (subject.Licence is { } licence)
        {
            _driver.Number(subject.Key.Id).Text(licence.LicenceNumber).Text(licence.TrafficUnitCode)
                .Text(subject.NationalId).Text(subject.HolderName).Run();
        }
        foreach (var fine in subject.Fines)
            Insert(subject.Key, fine);
        foreach (var settlement in subject.Settlements)
            Insert(subject, settlement);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _vehicle.Dispose();
        _driver.Dispose();
        _fine.Dispose();
        _settlement.Dispose();
        _item.Dispose();
    }

    private static SqliteBulkInsert Prepare(
        DatabaseSession session, string statement, params ReadOnlySpan<string> parameters) =>
        new((SqliteConnection)session.Connection, session.Catalog[statement], parameters);

    private void Insert(SubjectKey key, SampleFine fine) => _fine
        .Number(fine.Id).Text(fine.FineNumber).Number(key.VehicleId).Number(key.DriverId).Text(fine.Violation.Code)
        .Text(new DbTime(fine.Time).ToText()).Text(fine.Place.GovernorateCode).Text(fine.Place.NameAr)
        .Text(fine.Place.NameEn).Number(fine.Amount).Number(fine.Fees).Number((int)fine.Status).Run();

    private void Insert(SampleSubject subject, SampleSettlement settlement)
    {
        var branch = settlement.Branch.ToString("D5", CultureInfo.InvariantCulture);
        var counter = settlement.Counter.ToString("D2", CultureInfo.InvariantCulture);
        _settlement
            .Number(settlement.Id).Text(settlement.SettlementNumber).Text($"spiffe://post.gov.eg/branch/{branch}")
            .Text(settlement.RequestId).Text(branch).Text(counter)
            .Text(settlement.Teller).Number(subject.Key.VehicleId).Number(subject.Key.DriverId).Number(settlement.Total)
            .Number((int)settlement.Method).Text(settlement.Reference).Text(new DbTime(settlement.Time).ToText())
            .Text(subject.HolderName).Text(subject.NationalId).Text(settlement.MobileNumber)
            .Text(new DbDate(DateOnly.FromDateTime(settlement.Time.UtcDateTime)).ToText()).Run();
        for (var line = 0; line < settlement.Fines.Count; line++)
        {
            var fine = settlement.Fines[line];
            _item.Number(settlement.Id).Number(line + 1).Number(fine.Id).Number(fine.Amount + fine.Fees).Run();
        }
    }
}
