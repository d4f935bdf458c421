using System.Collections.Concurrent;
using Gateway.Server.Sms;

namespace Gateway.Benchmarks.Sms;

/// <summary>A network that takes every message, after a time. Thread-safe.</summary>
/// <param name="answerTime">The time.</param>
/// <param name="expected">How many messages are to come.</param>
internal sealed class SlowNetwork(TimeSpan answerTime, int expected) : ISmsProvider
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, int> _messages = [];
    private int _count;

    /// <inheritdoc />
    public string Name => "Slow";

    /// <summary>Ends when as many messages came as are expected.</summary>
    public Task All => _all.Task;

    /// <summary>How many of the messages that came had come before.</summary>
    public int Repeated => _count - _messages.Count;

    /// <inheritdoc />
    public async Task<SmsSending> SendAsync(SmsMessageOut message, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(answerTime);
        await timer.WaitForNextTickAsync(cancellationToken);
        _messages.AddOrUpdate($"{message.AppealNumber}/{message.Sequence}", 1, (_, times) => times + 1);
        if (Interlocked.Increment(ref _count) == expected)
            _all.SetResult();
        return new SmsSending(SmsSendingOutcome.Sent);
    }
}
