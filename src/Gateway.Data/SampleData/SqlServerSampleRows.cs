using System.Globalization;
using System.Text.Json;

namespace Gateway.Data;

/// <summary>
/// Inserts sample subjects into SQL Server, with their fines and settlements, within a transaction: some hundred rows to
/// a statement.
/// </summary>
internal sealed class SqlServerSampleRows(DatabaseSession session) : ISampleRows
{
    private const int RowsPerStatement = 500;

    private readonly List<object> _vehicles = [];
    private readonly List<object> _drivers = [];
    private readonly List<object> _fines = [];
    private readonly List<object> _settlements = [];
    private readonly List<object> _items = [];

    /// <inheritdoc/>
    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task InsertAsync(SampleSubject subject, CancellationToken cancellationToken)
    {
        Add(subject);
        foreach (var fine in subject.Fines)
            Add(subject.Key, fine);
        foreach (var settlement in subject.Settlements)
            Add(subject, settlement);
        if (_fines.Count >= RowsPerStatement || _vehicles.Count + _drivers.Count >= RowsPerStatement)
            await EndAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        // Each refers to rows of those before it.
        await FlushAsync(StatementName.SampleVehicleInsert, _vehicles, cancellationToken).ConfigureAwait(false);
        await FlushAsync(StatementName.SampleDriverInsert, _drivers, cancellationToken).ConfigureAwait(false);
        await FlushAsync(StatementName.SampleFineInsert, _fines, cancellationToken).ConfigureAwait(false);
        await FlushAsync(StatementName.SampleSettlementInsert, _settlements, cancellationToken).ConfigureAwait(false);
        await FlushAsync(StatementName.SampleSettlementItemInsert, _items, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // What was not flushed is dropped with its transaction.
    }

    private async Task FlushAsync(string statement, List<object> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        await session.ExecuteAsync(statement, new { Rows = SqlText.Json(JsonSerializer.Serialize(rows)) }, ct)
            .ConfigureAwait(false);
        rows.Clear();
    }

    private void Add(SampleSubject subject)
    {
        if (subject.Plate is { } plate)
        {
            _vehicles.Add(new
            {
                id = subject.Key.Id,
                plate_letters = plate.Letters,
                plate_digits = plate.Digits,
                plate_kind = (int)plate.Kind,
                governorate_code = plate.GovernorateCode,
                holder_name = subject.HolderName,
                holder_national_id = subject.NationalId,
            });
        }
        else if (subject.Licence is { } licence)
        {
            _drivers.Add(new
            {
                id = subject.Key.Id,
                licence_number = licence.LicenceNumber,
                traffic_unit_code = licence.TrafficUnitCode,
                national_id = subject.NationalId,
                holder_name = subject.HolderName,
            });
        }
    }

    private void Add(SubjectKey key, SampleFine fine) => _fines.Add(new
    {
        id = fine.Id,
        fine_number = fine.FineNumber,
        vehicle_id = key.VehicleId,
        driver_id = key.DriverId,
        violation_code = fine.Violation.Code,
        violation_time = TimeText(fine.Time),
        governorate_code = fine.Place.GovernorateCode,
        place_ar = fine.Place.NameAr,
        place_en = fine.Place.NameEn,
        amount = fine.Amount,
        fees = fine.Fees,
        status = (int)fine.Status,
    });

    private void Add(SampleSubject subject, SampleSettlement settlement)
    {
        var branch = settlement.Branch.ToString("D5", CultureInfo.InvariantCulture);
        _settlements.Add(new
        {
            id = settlement.Id,
            settlement_number = settlement.SettlementNumber,
            caller = $"spiffe://post.gov.eg/branch/{branch}",
            request_id = settlement.RequestId,
            branch_code = branch,
            counter_code = settlement.Counter.ToString("D2", CultureInfo.InvariantCulture),
            teller_code = settlement.Teller,
            vehicle_id = subject.Key.VehicleId,
            driver_id = subject.Key.DriverId,
            total = settlement.Total,
            payment_method = (int)settlement.Method,
            payment_reference = settlement.Reference,
            settle_time = TimeText(settlement.Time),
            payer_name = subject.HolderName,
            payer_national_id = subject.NationalId,
            payer_mobile_number = settlement.MobileNumber,
            business_date = new DbDate(DateOnly.FromDateTime(settlement.Time.UtcDateTime)).ToText(),
        });
        foreach (var (fine, index) in settlement.Fines.Select((fine, index) => (fine, index)))
        {
            _items.Add(new
            {
                settlement_id = settlement.Id,
                line_number = index + 1,
                fine_id = fine.Id,
                amount = fine.Amount + fine.Fees,
            });
        }
    }

    // ISO 8601 without a zone: what datetime2 takes.
    private static string TimeText(DateTimeOffset time) => new DbTime(time).ToText().TrimEnd('Z');
}
