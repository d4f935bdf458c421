using System.Buffers.Text;
using System.Security.Cryptography;
using Gateway.Data;
using Gateway.Domain;

namespace Gateway.Server.Sms;

/// <summary>A message that this gateway has taken on.</summary>
/// <param name="Id">Key of the event.</param>
/// <param name="Message">What is sent.</param>
/// <param name="LeaseUntil">Until when it is this gateway's.</param>
internal sealed record ClaimedSms(long Id, SmsMessageOut Message, DateTimeOffset LeaseUntil);

/// <summary>The outbox as this gateway works it off; several gateways share one. Thread-safe.</summary>
/// <param name="database">Where it is.</param>
/// <param name="options">Limits and times.</param>
/// <param name="calendar">Days in Cairo.</param>
/// <param name="owner">Name of this gateway in leases, up to 100 ASCII characters.</param>
/// <param name="time">The clock.</param>
internal sealed class SmsOutbox(
    IProsecutionDatabase database, SmsOptions options, BusinessCalendar calendar, string owner, TimeProvider time)
{
    private const int TokenBytes = 16;

    // One number is sent one message at a time; a look further behind finds those of others.
    private const int LookAhead = 8;

    /// <summary>Takes on messages that are due, each to another number.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <exception cref="DatabaseUnavailableException">The database failed.</exception>
    public async Task<IReadOnlyList<ClaimedSms>> ClaimAsync(int count, CancellationToken cancellationToken)
    {
        // Most looks find nothing, and need no write.
        var any = await database.ReadAsync(
            session => ListDueAsync(session, 1, cancellationToken), cancellationToken);
        return any.Count == 0
            ? []
            : await database.WriteAsync(
                session => ClaimAsync(session, count, cancellationToken), cancellationToken);
    }

    /// <summary>Records that the network took a message.</summary>
    /// <returns>Whether it was recorded; see <see cref="SmsStore.MarkSentAsync"/>.</returns>
    /// <exception cref="DatabaseUnavailableException">The database failed.</exception>
    public Task<bool> MarkSentAsync(ClaimedSms claimed, SmsSent sent, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => new SmsStore(session).MarkSentAsync(claimed.Id, claimed.Message.Token, sent, cancellationToken),
            cancellationToken);

    /// <summary>Records that the network did not take a message.</summary>
    /// <returns>Whether it was recorded; see <see cref="SmsStore.MarkSentAsync"/>.</returns>
    /// <exception cref="DatabaseUnavailableException">The database failed.</exception>
    public Task<bool> MarkUnsentAsync(ClaimedSms claimed, SmsUnsent unsent, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => new SmsStore(session).MarkUnsentAsync(
                claimed.Id, claimed.Message.Token, unsent, cancellationToken),
            cancellationToken);

    /// <summary>Gives a message back that was not tried.</summary>
    /// <exception cref="DatabaseUnavailableException">The database failed.</exception>
    public Task ReleaseAsync(ClaimedSms claimed, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await new SmsStore(session).ReleaseAsync(claimed.Id, claimed.Message.Token, cancellationToken);
            return true;
        },
        cancellationToken);

    private async Task<IReadOnlyList<ClaimedSms>> ClaimAsync(
        DatabaseSession session, int count, CancellationToken cancellationToken)
    {
        var store = new SmsStore(session);
        await store.LockClaimsAsync(cancellationToken);
        var due = await ListDueAsync(session, count * LookAhead, cancellationToken);
        var now = time.GetUtcNow();
        var claimed = due.Where(sms => sms.Number is not null).DistinctBy(sms => sms.Number).Take(count)
            .Select(sms => new ClaimedSms(sms.Id, Message(sms, sms.Number!), now + options.Lease))
            .ToList();
        await store.ClaimAsync(
            [.. claimed.Select(sms => new SmsClaim(sms.Id, sms.Message.Token, sms.Message.Text))],
            owner, now, now + options.Lease, cancellationToken);
        foreach (var sms in due.Where(sms => sms.Number is null))
            await FailAsync(store, sms, now, cancellationToken);
        return claimed;
    }

    // It could never be sent, and must not stand in the way of those that can.
    private async Task FailAsync(SmsStore store, SmsDue due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var token = NewToken();
        await store.ClaimAsync(
            [new SmsClaim(due.Id, token, SmsTexts.Of(due))], owner, now, now + options.Lease, cancellationToken);
        await store.MarkUnsentAsync(
            due.Id, token, new SmsUnsent(now, IsFinal: true, "not an Egyptian mobile number"), cancellationToken);
    }

    private Task<IReadOnlyList<SmsDue>> ListDueAsync(
        DatabaseSession session, int limit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = new SmsAllowance(
            calendar.StartOf(calendar.BusinessDate(now)), options.DailyPerNumber, options.DailyPerAppeal);
        return new SmsStore(session).ListDueAsync(now, today, limit, cancellationToken);
    }

    private static SmsMessageOut Message(SmsDue due, MobileNumber number) => new(
        number,
        SmsTexts.Of(due),
        due.Language,
        NewToken(),
        due.AppealNumber,
        due.Sequence,
        due.Attempts + 1);

    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
}
