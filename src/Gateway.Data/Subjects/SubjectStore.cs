using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Who may be asked about. Lives as long as its session; not thread-safe.</summary>
public sealed class SubjectStore(DatabaseSession session)
{
    /// <summary>The subject that is named so; null when the prosecution does not know it.</summary>
    /// <returns>A driver found by national id answers as a <see cref="DrivingLicence"/>.</returns>
    public Task<SubjectRecord?> FindAsync(Subject subject, CancellationToken cancellationToken) => subject switch
    {
        VehiclePlate plate =>
            FindVehicleAsync(StatementName.VehicleFindByPlate, PlateParameters(plate), cancellationToken),
        DrivingLicence licence =>
            FindDriverAsync(StatementName.DriverFindByLicence, LicenceParameters(licence), cancellationToken),
        DriverNationalId driver => FindDriverAsync(
            StatementName.DriverFindByNationalId,
            new { NationalId = SqlText.Ansi(driver.Id.Value, ColumnLength.NationalId) },
            cancellationToken),
        _ => throw new ArgumentException("No store has subjects of this type.", nameof(subject)),
    };

    /// <summary>The subject with this key; null where there is none.</summary>
    public Task<SubjectRecord?> FindAsync(SubjectKey key, CancellationToken cancellationToken) =>
        key.Kind == SubjectKind.Vehicle
            ? FindVehicleAsync(StatementName.VehicleFindById, new { key.Id }, cancellationToken)
            : FindDriverAsync(StatementName.DriverFindById, new { key.Id }, cancellationToken);

    /// <summary>
    /// Holds the subject's row until the transaction ends, so that what was read about it stays true. Where more than
    /// one is locked: ascending by kind and id.
    /// </summary>
    public Task LockAsync(SubjectKey key, CancellationToken cancellationToken) => session.GetAsync<long>(
        key.Kind == SubjectKind.Vehicle ? StatementName.VehicleLock : StatementName.DriverLock,
        new { key.Id },
        cancellationToken);

    private static object PlateParameters(VehiclePlate plate) => new
    {
        Letters = SqlText.Unicode(plate.Letters, ColumnLength.PlateLetters),
        Digits = SqlText.Ansi(plate.Digits, ColumnLength.PlateDigits),
        Kind = (int)plate.Kind,
        GovernorateCode = SqlText.Ansi(plate.GovernorateCode, ColumnLength.GovernorateCode),
    };

    private static object LicenceParameters(DrivingLicence licence) => new
    {
        LicenceNumber = SqlText.Ansi(licence.LicenceNumber, ColumnLength.LicenceNumber),
        TrafficUnitCode = SqlText.Ansi(licence.TrafficUnitCode, ColumnLength.TrafficUnitCode),
    };

    private async Task<SubjectRecord?> FindVehicleAsync(string statement, object parameters, CancellationToken ct) =>
        (await session.FindAsync<VehicleRow>(statement, parameters, ct).ConfigureAwait(false))?.ToRecord();

    private async Task<SubjectRecord?> FindDriverAsync(string statement, object parameters, CancellationToken ct) =>
        (await session.FindAsync<DriverRow>(statement, parameters, ct).ConfigureAwait(false))?.ToRecord();
}
