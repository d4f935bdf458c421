using System.Text.Json;
using Gateway.Domain;

namespace Gateway.Data;

/// <summary>
/// The outbox: the SMS of each stage of each appeal. Lives as long as its session; not thread-safe.
/// </summary>
public sealed class SmsStore(DatabaseSession session)
{
    /// <summary>
    /// Messages that may be sent now, those due first before all others: no earlier one of the same appeal waits, none
    /// to the same number is under way, and both allowances have room.
    /// </summary>
    public async Task<IReadOnlyList<SmsDue>> ListDueAsync(
        DateTimeOffset now, SmsAllowance allowance, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(allowance);
        var rows = await session.ListAsync<SmsDueRow>(
            StatementName.SmsListDue,
            new
            {
                Now = new DbTime(now),
                Since = new DbTime(allowance.Since),
                allowance.PerNumber,
                allowance.PerAppeal,
                Limit = limit,
            },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>
    /// Holds off every other claim until the transaction ends, so that what is listed as due is nobody else's.
    /// </summary>
    public Task LockClaimsAsync(CancellationToken cancellationToken) =>
        session.GetAsync<long>(StatementName.SmsLockClaims, parameters: null, cancellationToken);

    /// <summary>Takes messages on until the lease ends; counts the try.</summary>
    /// <exception cref="RowChangedException">From the transaction: one is not to be had any more.</exception>
    public async Task ClaimAsync(
        IReadOnlyCollection<SmsClaim> claims,
        string owner,
        DateTimeOffset now,
        DateTimeOffset leaseUntil,
        CancellationToken cancellationToken)
    {
        var rows = claims.Select(claim => new { id = claim.Id, token = claim.Token, text = claim.Text });
        var changed = await session.ExecuteAsync(
            StatementName.SmsClaim,
            new
            {
                Claims = SqlText.Json(JsonSerializer.Serialize(rows)),
                Owner = SqlText.Ansi(owner, ColumnLength.SmsOwner),
                Now = new DbTime(now),
                LeaseUntil = new DbTime(leaseUntil),
            },
            cancellationToken).ConfigureAwait(false);
        if (changed != claims.Count)
            throw new RowChangedException();
    }

    /// <summary>Records that the network took a message, where nothing else was recorded meanwhile.</summary>
    /// <returns>Whether it was recorded: not where a delivery report was faster or the lease had gone to another
    /// gateway.</returns>
    public async Task<bool> MarkSentAsync(long id, string token, SmsSent sent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return await session.ExecuteAsync(
            StatementName.SmsMarkSent,
            new
            {
                Id = id,
                Token = SqlText.Ansi(token, ColumnLength.SmsToken),
                State = (int)(sent.IsDelivered ? SmsState.Delivered : SmsState.Sent),
                SentTime = new DbTime(sent.SentTime),
                EndTime = new DbOptionalTime(sent.IsDelivered ? sent.SentTime : null),
                ProviderId = SqlText.Ansi(sent.ProviderId, ColumnLength.SmsProviderId),
            },
            cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Records that the network did not take a message, where nothing else was recorded meanwhile.</summary>
    /// <returns>As <see cref="MarkSentAsync"/>.</returns>
    public async Task<bool> MarkUnsentAsync(
        long id, string token, SmsUnsent unsent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unsent);
        return await session.ExecuteAsync(
            StatementName.SmsMarkUnsent,
            new
            {
                Id = id,
                Token = SqlText.Ansi(token, ColumnLength.SmsToken),
                State = (int)(unsent.IsFinal ? SmsState.Failed : SmsState.Queued),
                DueTime = new DbTime(unsent.Time),
                EndTime = new DbOptionalTime(unsent.IsFinal ? unsent.Time : null),
                Failure = SqlText.Ansi(unsent.Failure, ColumnLength.SmsFailure),
            },
            cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Gives a message back that was not tried.</summary>
    public Task ReleaseAsync(long id, string token, CancellationToken cancellationToken) => session.ExecuteAsync(
        StatementName.SmsRelease,
        new { Id = id, Token = SqlText.Ansi(token, ColumnLength.SmsToken) },
        cancellationToken);

    /// <summary>
    /// Records a delivery report. It may come before <see cref="MarkSentAsync"/>. A message that was delivered stays so.
    /// </summary>
    /// <returns>Whether there is a message with this token.</returns>
    public async Task<bool> ReportAsync(
        string token,
        bool isDelivered,
        string? providerId,
        DateTimeOffset time,
        CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > ColumnLength.SmsToken)
            return false;

        var changed = await session.ExecuteAsync(
            isDelivered ? StatementName.SmsDelivered : StatementName.SmsUndelivered,
            new
            {
                Token = SqlText.Ansi(token, ColumnLength.SmsToken),
                ProviderId = SqlText.Ansi(providerId, ColumnLength.SmsProviderId),
                Time = new DbTime(time),
            },
            cancellationToken).ConfigureAwait(false);
        return changed > 0 || await TokenExistsAsync(token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a message was last tried under this name.</summary>
    public async Task<bool> TokenExistsAsync(string token, CancellationToken cancellationToken) =>
        await session.GetAsync<long>(
            StatementName.SmsTokenExists,
            new { Token = SqlText.Ansi(token, ColumnLength.SmsToken) },
            cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Messages that failed, the oldest first.</summary>
    public async Task<IReadOnlyList<SmsFailure>> ListFailedAsync(int limit, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<SmsFailureRow>(
            StatementName.SmsListFailed, new { Limit = limit }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Puts messages that failed back into the queue, with all their tries.</summary>
    /// <param name="appealNumber">Those of this appeal; null for all.</param>
    /// <param name="sequence">Only this one of the appeal; null for all.</param>
    /// <param name="now">When they are due.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    /// <returns>How many.</returns>
    public Task<int> ResendAsync(
        string? appealNumber, int? sequence, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            StatementName.SmsResend,
            new
            {
                AppealNumber = SqlText.Ansi(appealNumber, ColumnLength.RecordNumber),
                Sequence = sequence,
                Now = new DbTime(now),
            },
            cancellationToken);

    /// <summary>How the outbox stands.</summary>
    public async Task<SmsTotals> TotalsAsync(CancellationToken cancellationToken)
    {
        var row = await session.GetAsync<SmsTotalsRow>(StatementName.SmsTotals, parameters: null, cancellationToken)
            .ConfigureAwait(false);
        return new SmsTotals(row.Queued, row.Failed, row.OldestDueTime?.Value);
    }
}
