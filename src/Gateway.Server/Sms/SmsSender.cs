using Gateway.Data;

namespace Gateway.Server.Sms;

/// <summary>Sends one message that was taken on, and records what became of it. Thread-safe.</summary>
internal sealed partial class SmsSender(
    SmsOutbox outbox,
    ISmsProvider provider,
    SmsOptions options,
    SmsMetrics metrics,
    Random random,
    TimeProvider time,
    ILogger<SmsSender> logger)
{
    private static readonly TimeSpan WaitForDatabase = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Sends the message, unless its lease has less left than a try may take. Never throws for a failure of the provider
    /// or of the database: whatever could not be recorded is sent again once the lease has run out.
    /// </summary>
    public async Task SendAsync(ClaimedSms claimed)
    {
        if (claimed.LeaseUntil - time.GetUtcNow() < options.SendTimeout)
        {
            await RecordAsync(claimed, () => outbox.ReleaseAsync(claimed, CancellationToken.None));
            return;
        }

        var sending = await TryAsync(claimed.Message);
        metrics.Tried(sending.Outcome);
        if (sending.Failure is { } failure)
            LogNotSent(claimed.Message.AppealNumber, claimed.Message.Sequence, claimed.Message.Attempt, failure);
        await RecordAsync(claimed, () => MarkAsync(claimed, sending, time.GetUtcNow()));
    }

    private async Task<SmsSending> TryAsync(SmsMessageOut message)
    {
        using var patience = new CancellationTokenSource(options.SendTimeout, time);
        try
        {
            return await provider.SendAsync(message, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return new SmsSending(SmsSendingOutcome.TryAgain, Failure: "no answer in time");
        }
#pragma warning disable CA1031 // A fault of a provider is no reason to stop sending.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFault(message.AppealNumber, exception.GetType().Name);
            return new SmsSending(SmsSendingOutcome.TryAgain, Failure: $"fault: {exception.GetType().Name}");
        }
    }

    private Task<bool> MarkAsync(ClaimedSms claimed, SmsSending sending, DateTimeOffset now)
    {
        var failure = sending.Failure ?? "refused";
        var attempt = claimed.Message.Attempt;
        return sending.Outcome switch
        {
            SmsSendingOutcome.Sent or SmsSendingOutcome.Delivered => outbox.MarkSentAsync(
                claimed,
                new SmsSent(now, sending.Outcome == SmsSendingOutcome.Delivered, sending.ProviderId),
                CancellationToken.None),
            SmsSendingOutcome.TryAgain when attempt < options.MaxAttempts => outbox.MarkUnsentAsync(
                claimed, new SmsUnsent(now + BackOff(attempt), IsFinal: false, failure), CancellationToken.None),
            _ => outbox.MarkUnsentAsync(
                claimed, new SmsUnsent(now, IsFinal: true, failure), CancellationToken.None),
        };
    }

    // A random half to all of a bound that doubles, so that many that failed together do not come back together.
    private TimeSpan BackOff(int attempt)
    {
        var doublings = Math.Min(attempt - 1, 30);
        var bound = Math.Min(options.FirstBackOff.TotalSeconds * (1L << doublings), options.LongestBackOff.TotalSeconds);
        return TimeSpan.FromSeconds(bound * (1 + random.NextDouble()) / 2);
    }

    // The message has left: while the database is away it is asked again, as long as nobody else may send it.
    private async Task RecordAsync(ClaimedSms claimed, Func<Task> record)
    {
        while (true)
        {
            try
            {
                await record();
                return;
            }
            catch (DatabaseUnavailableException) when (time.GetUtcNow() + WaitForDatabase < claimed.LeaseUntil)
            {
                await Task.Delay(WaitForDatabase, time);
            }
#pragma warning disable CA1031 // Nobody waits for this task; the lease sees to what was not recorded.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogNotRecorded(claimed.Message.AppealNumber, claimed.Message.Sequence, exception.GetType().Name);
                return;
            }
        }
    }

    [LoggerMessage(6001, LogLevel.Warning,
        "The SMS of appeal {AppealNumber}, event {Sequence}, was not sent at try {Attempt}: {Failure}")]
    private partial void LogNotSent(string appealNumber, int sequence, int attempt, string failure);

    [LoggerMessage(6002, LogLevel.Warning,
        "What became of the SMS of appeal {AppealNumber}, event {Sequence}, could not be recorded, by {Fault}; it is sent again")]
    private partial void LogNotRecorded(string appealNumber, int sequence, string fault);

    [LoggerMessage(6003, LogLevel.Error, "The SMS provider failed by a fault with appeal {AppealNumber}: {Fault}")]
    private partial void LogFault(string appealNumber, string fault);
}
