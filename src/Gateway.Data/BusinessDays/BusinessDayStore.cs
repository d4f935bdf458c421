namespace Gateway.Data;

/// <summary>The days to which settlements count. Lives as long as its session; not thread-safe.</summary>
public sealed class BusinessDayStore(DatabaseSession session)
{
    /// <summary>How the day stands, without holding it. A day without a row is open.</summary>
    public Task<BusinessDay> FindAsync(DateOnly businessDate, CancellationToken cancellationToken) =>
        FindAsync(StatementName.BusinessDayFind, businessDate, cancellationToken);

    /// <summary>
    /// How the day stands, held together with others until the transaction ends, so that it is not closed meanwhile;
    /// for those who settle or reverse. Within a write transaction only.
    /// </summary>
    public Task<BusinessDay> HoldAsync(DateOnly businessDate, CancellationToken cancellationToken) =>
        FindAsync(StatementName.BusinessDayHold, businessDate, cancellationToken);

    /// <summary>
    /// How the day stands, held alone until the transaction ends; for the one who closes it. Makes the row where there
    /// is none; within a write transaction only.
    /// </summary>
    public Task<BusinessDay> LockAsync(DateOnly businessDate, CancellationToken cancellationToken) =>
        FindAsync(StatementName.BusinessDayLock, businessDate, cancellationToken);

    /// <summary>Closes a day that is held alone; one that is closed stays as it is.</summary>
    /// <param name="businessDate">The day.</param>
    /// <param name="time">When.</param>
    /// <param name="caller">SPIFFE id of the caller that closes it.</param>
    /// <param name="reason">Why, where it is closed although the lists differ; else null.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    public Task CloseAsync(
        DateOnly businessDate, DateTimeOffset time, string caller, string? reason,
        CancellationToken cancellationToken) => session.ExecuteAsync(
            StatementName.BusinessDayClose,
            new
            {
                BusinessDate = new DbDate(businessDate),
                CloseTime = new DbTime(time),
                CloseCaller = SqlText.Ansi(caller, ColumnLength.Caller),
                CloseReason = SqlText.Unicode(reason, ColumnLength.Note),
            },
            cancellationToken);

    private async Task<BusinessDay> FindAsync(string statement, DateOnly businessDate, CancellationToken ct)
    {
        var row = await session.FindAsync<BusinessDayRow>(
            statement, new { BusinessDate = new DbDate(businessDate) }, ct).ConfigureAwait(false);
        return (row ?? new BusinessDayRow()).ToRecord();
    }
}
