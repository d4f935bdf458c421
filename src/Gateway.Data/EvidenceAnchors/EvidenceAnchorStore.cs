namespace Gateway.Data;

/// <summary>The heads of the gateways' evidence logs. Lives as long as its session; not thread-safe.</summary>
public sealed class EvidenceAnchorStore(DatabaseSession session)
{
    /// <summary>The head of the log that a gateway of this name fills; null where none was ever told.</summary>
    public Task<EvidenceAnchor?> FindAsync(string gateway, CancellationToken cancellationToken) => FindAsync(
        StatementName.EvidenceAnchorFind,
        new { Gateway = SqlText.Ansi(gateway, ColumnLength.GatewayName) },
        cancellationToken);

    /// <summary>The head of a log; null where none was ever told.</summary>
    public Task<EvidenceAnchor?> FindByOriginAsync(string origin, CancellationToken cancellationToken) => FindAsync(
        StatementName.EvidenceAnchorFindByOrigin,
        new { Origin = SqlText.Ansi(origin, ColumnLength.LogOrigin) },
        cancellationToken);

    /// <summary>The heads of all logs, also of those that were lost.</summary>
    public async Task<IReadOnlyList<EvidenceAnchor>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<EvidenceAnchorRow>(
            StatementName.EvidenceAnchorList,
            new { After = SqlText.Ansi("", ColumnLength.LogOrigin) },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Adds the first head of a log.</summary>
    /// <exception cref="DuplicateRowException">From the transaction: the gateway has a log already.</exception>
    public Task InsertAsync(string gateway, EvidenceAnchor anchor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return session.ExecuteAsync(
            StatementName.EvidenceAnchorInsert,
            new
            {
                Origin = SqlText.Ansi(anchor.Origin, ColumnLength.LogOrigin),
                Gateway = SqlText.Ansi(gateway, ColumnLength.GatewayName),
                anchor.Size,
                Root = new DbBinary(anchor.Root, ColumnLength.Sha256),
                UpdateTime = new DbTime(anchor.UpdateTime),
            },
            cancellationToken);
    }

    /// <summary>Raises a head.</summary>
    /// <returns>False where the database knows this head or a later one, or the log was succeeded; nothing is changed
    /// then.</returns>
    public async Task<bool> RaiseAsync(
        string origin, long size, ReadOnlyMemory<byte> root, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(
            StatementName.EvidenceAnchorRaise,
            new
            {
                Origin = SqlText.Ansi(origin, ColumnLength.LogOrigin),
                Size = size,
                Root = new DbBinary(root, ColumnLength.Sha256),
                UpdateTime = new DbTime(now),
            },
            cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Ends a log that was lost. Its head stays.</summary>
    public Task SucceedAsync(string origin, string successor, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            StatementName.EvidenceAnchorSucceed,
            new
            {
                Origin = SqlText.Ansi(origin, ColumnLength.LogOrigin),
                Successor = SqlText.Ansi(successor, ColumnLength.LogOrigin),
            },
            cancellationToken);

    private async Task<EvidenceAnchor?> FindAsync(
        string statement, object parameters, CancellationToken cancellationToken) =>
        (await session.FindAsync<EvidenceAnchorRow>(statement, parameters, cancellationToken).ConfigureAwait(false))
            ?.ToRecord();
}
