using Gateway.Cli.Connection;
using Gateway.Contracts.V1;
using Grpc.Core;

namespace Gateway.Cli.Reconciliation;

/// <summary>Sends the post's list: the header, then its entries, a thousand to a message.</summary>
internal static class PostListSender
{
    private const int EntriesPerMessage = 1_000;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    /// <summary>Sends the list and waits for the comparison.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="header">The first message.</param>
    /// <param name="entries">The list. What it throws ends the call with nothing done.</param>
    /// <param name="progress">Told how many entries were sent.</param>
    /// <param name="stop">Stops.</param>
    public static async Task<ReconcileBusinessDayResponse> SendAsync(
        GatewaySession session,
        ReconcileBusinessDayRequest header,
        IAsyncEnumerable<ReconciliationEntry> entries,
        IProgress<long> progress,
        CancellationToken stop)
    {
        var deadline = session.Time.GetUtcNow().UtcDateTime + Deadline;
        using var call = session.Client.Settlements.ReconcileBusinessDay(deadline: deadline, cancellationToken: stop);
        var isTaken = await TryAsync(() => call.RequestStream.WriteAsync(header, stop));
        var sent = 0L;
        await foreach (var chunk in entries.Chunk(EntriesPerMessage).WithCancellation(stop))
        {
            var message = new ReconcileBusinessDayRequest
            {
                Entries = new ReconciliationEntries { Entries = { chunk } },
            };
            isTaken = isTaken && await TryAsync(() => call.RequestStream.WriteAsync(message, stop));
            if (!isTaken)
                break;

            progress.Report(sent += chunk.Length);
        }

        if (isTaken)
            await TryAsync(call.RequestStream.CompleteAsync);
        return await call.ResponseAsync;
    }

    // A call that the gateway ended before the last message takes no more; its answer tells why.
    private static async Task<bool> TryAsync(Func<Task> send)
    {
        try
        {
            await send();
            return true;
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            return false;
        }
    }
}
