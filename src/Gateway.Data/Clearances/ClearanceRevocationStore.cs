using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A code that no longer counts.</summary>
/// <param name="Id">Position among all of them; a later one is larger.</param>
/// <param name="CredentialId">Identifier of the code, 8 bytes.</param>
/// <param name="State">REVOKED or SUPERSEDED.</param>
/// <param name="RevokeTime">Since when.</param>
/// <param name="ExpireTime">From when it would not have counted anyway.</param>
public sealed record ClearanceRevocationRecord(
    long Id, ReadOnlyMemory<byte> CredentialId, ClearanceState State, DateTimeOffset RevokeTime,
    DateTimeOffset ExpireTime);

/// <summary>Codes that no longer count. Lives as long as its session; not thread-safe.</summary>
public sealed class ClearanceRevocationStore(DatabaseSession session)
{
    /// <summary>
    /// Waits until no other transaction adds codes, and keeps others from it until this one ends: so positions follow the
    /// order of the commits, and who has read up to one misses nothing.
    /// </summary>
    public Task LockAsync(CancellationToken cancellationToken) =>
        session.GetAsync<long>(StatementName.ClearanceRevocationLock, null, cancellationToken);

    /// <summary>Adds a code.</summary>
    /// <exception cref="DuplicateRowException">From the transaction: it was added in this state before.</exception>
    public Task InsertAsync(
        ReadOnlyMemory<byte> credentialId,
        ClearanceState state,
        DateTimeOffset revokeTime,
        DateTimeOffset expireTime,
        CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            StatementName.ClearanceRevocationInsert,
            new
            {
                CredentialId = new DbBinary(credentialId, ColumnLength.CredentialId),
                State = (int)state,
                RevokeTime = new DbTime(revokeTime),
                ExpireTime = new DbTime(expireTime),
            },
            cancellationToken);

    /// <summary>The codes behind a position, in order.</summary>
    public async Task<IReadOnlyList<ClearanceRevocationRecord>> ListAsync(
        long afterId, int limit, CancellationToken cancellationToken) => ToRecords(
            await session.ListAsync<ClearanceRevocationRow>(
                StatementName.ClearanceRevocationList, new { AfterId = afterId, Limit = limit }, cancellationToken)
                .ConfigureAwait(false));

    /// <summary>The codes of certificates whose validity has not ended, in order.</summary>
    public async Task<IReadOnlyList<ClearanceRevocationRecord>> ListCurrentAsync(
        DateTimeOffset now, CancellationToken cancellationToken) => ToRecords(
            await session.ListAsync<ClearanceRevocationRow>(
                StatementName.ClearanceRevocationListCurrent, new { Now = new DbTime(now) }, cancellationToken)
                .ConfigureAwait(false));

    /// <summary>The last position of all; zero where there is none.</summary>
    public Task<long> LastIdAsync(CancellationToken cancellationToken) =>
        session.GetAsync<long>(StatementName.ClearanceRevocationLast, null, cancellationToken);

    private static IReadOnlyList<ClearanceRevocationRecord> ToRecords(
        IReadOnlyList<ClearanceRevocationRow> rows) => [.. rows.Select(row => row.ToRecord())];
}

/// <summary>A row of clearance_revocation.</summary>
internal sealed class ClearanceRevocationRow
{
    public long Id { get; set; }
    public byte[] CredentialId { get; set; } = [];
    public ClearanceState State { get; set; }
    public DbTime RevokeTime { get; set; }
    public DbTime ExpireTime { get; set; }

    public ClearanceRevocationRecord ToRecord() =>
        new(Id, CredentialId, State, RevokeTime.Value, ExpireTime.Value);
}
