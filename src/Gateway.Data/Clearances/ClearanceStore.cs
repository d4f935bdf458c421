namespace Gateway.Data;

/// <summary>Clearance certificates. Lives as long as its session; not thread-safe.</summary>
public sealed class ClearanceStore(DatabaseSession session)
{
    /// <summary>Records a certificate without its sheet.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="DuplicateRowException">From the transaction: its number, or its caller and request id, are in
    /// use.</exception>
    public Task<long> InsertAsync(NewClearance clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clearance);
        return session.GetAsync<long>(
            StatementName.ClearanceInsert,
            new
            {
                CertificateNumber = SqlText.Ansi(clearance.CertificateNumber, ColumnLength.RecordNumber),
                Caller = SqlText.Ansi(clearance.Caller, ColumnLength.Caller),
                RequestId = SqlText.Ansi(clearance.RequestId, ColumnLength.RequestId),
                BranchCode = SqlText.Ansi(clearance.BranchCode, ColumnLength.BranchCode),
                CounterCode = SqlText.Ansi(clearance.CounterCode, ColumnLength.CounterCode),
                TellerCode = SqlText.Ansi(clearance.TellerCode, ColumnLength.TellerCode),
                clearance.Subject.VehicleId,
                clearance.Subject.DriverId,
                HolderName = SqlText.Unicode(clearance.HolderName.Value, ColumnLength.PersonName),
                HolderNationalId = SqlText.Ansi(clearance.HolderNationalId?.Value, ColumnLength.NationalId),
                clearance.LastSettlementId,
                AsOfTime = new DbTime(clearance.AsOfTime),
                ExpireTime = new DbTime(clearance.ExpireTime),
            },
            cancellationToken);
    }

    /// <summary>Whether a certificate has this number.</summary>
    public async Task<bool> NumberExistsAsync(string certificateNumber, CancellationToken cancellationToken) =>
        await session.GetAsync<long>(
            StatementName.ClearanceNumberExists, NumberParameters(certificateNumber), cancellationToken)
            .ConfigureAwait(false) > 0;

    /// <summary>The certificate with this number; null where there is none.</summary>
    public async Task<ClearanceRecord?> FindByNumberAsync(
        string certificateNumber, CancellationToken cancellationToken) =>
        (await session.FindAsync<ClearanceRow>(
            StatementName.ClearanceFindByNumber, NumberParameters(certificateNumber), cancellationToken)
            .ConfigureAwait(false))?.ToRecord();

    /// <summary>Numbers of the subject's certificates that count and that lean on a settlement of his.</summary>
    public Task<IReadOnlyList<string>> ListLeaningAsync(
        SubjectKey subject, long settlementId, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.ListAsync<string>(
            subject.Kind == SubjectKind.Vehicle
                ? StatementName.ClearanceListLeaningByVehicle
                : StatementName.ClearanceListLeaningByDriver,
            new { SubjectId = subject.Id, SettlementId = settlementId, Now = new DbTime(now) },
            cancellationToken);

    /// <summary>
    /// The newest settlement in which a fine of the subject stands paid; null where there is none. Settlements are
    /// numbered upwards while the subject is locked.
    /// </summary>
    public Task<long?> LastSettlementAsync(SubjectKey subject, CancellationToken cancellationToken) =>
        session.GetAsync<long?>(
            subject.Kind == SubjectKind.Vehicle
                ? StatementName.SettlementLastByVehicle
                : StatementName.SettlementLastByDriver,
            new { SubjectId = subject.Id },
            cancellationToken);

    /// <summary>Marks a certificate as revoked.</summary>
    /// <exception cref="RowChangedException">From the transaction: it is revoked by now.</exception>
    public async Task RevokeAsync(long id, ClearanceRevocation revocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(revocation);
        var changed = await session.ExecuteAsync(
            StatementName.ClearanceRevoke,
            new
            {
                Id = id,
                RevokeReason = (int)revocation.Reason,
                RevokeNote = SqlText.Unicode(revocation.Note, ColumnLength.Note),
                RevokeActor = SqlText.Ansi(revocation.Actor, ColumnLength.Caller),
                RevokeTime = new DbTime(revocation.Time),
            },
            cancellationToken).ConfigureAwait(false);
        if (changed != 1)
            throw new RowChangedException();
    }

    private static object NumberParameters(string certificateNumber) =>
        new { CertificateNumber = SqlText.Ansi(certificateNumber, ColumnLength.RecordNumber) };
}
