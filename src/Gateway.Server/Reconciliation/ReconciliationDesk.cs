using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Calls;
using Gateway.Server.Errors;
using Gateway.Server.Replays;
using Gateway.Server.Requests;

namespace Gateway.Server.Reconciliation;

/// <summary>
/// Holds the post's list of a business day against the settlements, appeal fees and refunds of that day, and closes the
/// day where both agree (law 9). Thread-safe.
/// </summary>
internal sealed class ReconciliationDesk(
    IProsecutionDatabase database, StagedList staged, RequestOnce once, BusinessCalendar calendar, TimeProvider time)
{
    /// <summary>Reconciles, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// INVALID_FIELDS, REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED. Nothing is changed then.
    /// </exception>
    public async Task<ReconcileBusinessDayResponse> ReconcileAsync(
        PostList list, AccessGrant grant, Call call, CancellationToken cancellationToken)
    {
        using var reading = list;
        var order = list.ReadHeader(await list.NextAsync(cancellationToken), calendar.Today);
        if (!list.IsGood || await IsKnownAsync(grant, order, cancellationToken))
        {
            await SkipAsync(list, cancellationToken);
            return await once.RunAsync<ReconcileBusinessDayResponse>(
                Request(list, order, grant, call),
                _ => throw new InvalidOperationException("An answer that was kept is gone."),
                cancellationToken);
        }

        var runId = await staged.BeginAsync(
            grant.Caller.Id.Value, order.RequestId, order.BusinessDate, cancellationToken);
        try
        {
            while (await list.NextAsync(cancellationToken) is { } message)
            {
                var entries = list.ReadEntries(message);
                if (list.IsGood)
                    await staged.AddAsync(runId, entries, cancellationToken);
            }

            list.ThrowIfWrong();
            return await CompareAsync(runId, order, Request(list, order, grant, call), cancellationToken);
        }
        finally
        {
            await staged.TryRemoveAsync(runId);
        }
    }

    // The comparison reads for seconds where the day is large. Only where the day may be closed it is done again with the
    // day held, so that no money moves between the comparison and the closing.
    private async Task<ReconcileBusinessDayResponse> CompareAsync(
        long runId, ReconciliationOrder order, OnceRequest request, CancellationToken cancellationToken)
    {
        var date = order.BusinessDate;
        var before = await database.ReadAsync(
            session => Comparison.MakeAsync(session, runId, date, cancellationToken), cancellationToken);
        return await once.RunAsync(request, async session =>
        {
            var days = new BusinessDayStore(session);
            if (!order.Close || !(before.IsMatched || order.ForceReason is not null))
                return before.ToWire(date, await days.FindAsync(date, cancellationToken));

            var day = await days.LockAsync(date, cancellationToken);
            var compared = await Comparison.MakeAsync(session, runId, date, cancellationToken);
            if (!day.IsClosed && (compared.IsMatched || order.ForceReason is not null))
            {
                // What was settled or taken back before it is in the comparison: the day was held while the clock was read.
                var now = Milliseconds.Of(time.GetUtcNow());
                await days.CloseAsync(
                    date, now, request.Caller, compared.IsMatched ? null : order.ForceReason, cancellationToken);
                day = new BusinessDay(true, now);
            }

            return compared.ToWire(date, day);
        }, cancellationToken);
    }

    private Task<bool> IsKnownAsync(
        AccessGrant grant, ReconciliationOrder order, CancellationToken cancellationToken) => database.ReadAsync(
            async session => await new CallResultStore(session)
                .FindAsync(grant.Caller.Id.Value, order.RequestId, cancellationToken) is not null,
            cancellationToken);

    // The rest is read for its faults and for its digest only.
    private static async Task SkipAsync(PostList list, CancellationToken cancellationToken)
    {
        while (await list.NextAsync(cancellationToken) is { } message)
            list.ReadEntries(message);
        list.ThrowIfWrong();
    }

    private static OnceRequest Request(
        PostList list, ReconciliationOrder order, AccessGrant grant, Call call) => new(
            grant.Caller.Id.Value, order.RequestId, call.Path, list.FirstMessage, list.Sha256(), call.Id);
}
