namespace Gateway.Data;

/// <summary>The days to which settlements count. Lives as long as its session; not thread-safe.</summary>
public sealed class BusinessDayStore(DatabaseSession session)
{
    /// <summary>
    /// Whether the day is closed. Holds the day's row until the transaction ends, so that it is not closed meanwhile,
    /// and makes the row where there is none; so within a write transaction only.
    /// </summary>
    public async Task<bool> IsClosedAsync(DateOnly businessDate, CancellationToken cancellationToken)
    {
        var day = new { BusinessDate = new DbDate(businessDate) };
        await session.ExecuteAsync(StatementName.BusinessDayEnsure, day, cancellationToken).ConfigureAwait(false);
        return await session.GetAsync<bool>(StatementName.BusinessDayIsClosed, day, cancellationToken)
            .ConfigureAwait(false);
    }
}
