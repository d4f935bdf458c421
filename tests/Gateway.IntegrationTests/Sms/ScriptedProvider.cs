using System.Collections.Concurrent;
using Gateway.Server.Sms;

namespace Gateway.IntegrationTests.Sms;

/// <summary>A network that answers as the test says, and tells when it has had enough messages. Thread-safe.</summary>
internal sealed class ScriptedProvider(Func<SmsMessageOut, Task<SmsSending>> answer) : ISmsProvider
{
    private readonly ConcurrentQueue<SmsMessageOut> _messages = new();
    private readonly Lock _lock = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _awaited = [];

    /// <summary>A network that takes everything.</summary>
    public ScriptedProvider()
        : this(_ => Task.FromResult(new SmsSending(SmsSendingOutcome.Sent)))
    {
    }

    /// <inheritdoc />
    public string Name => "Scripted";

    /// <summary>What came, in its order.</summary>
    public IReadOnlyList<SmsMessageOut> Messages => [.. _messages];

    /// <inheritdoc />
    public async Task<SmsSending> SendAsync(SmsMessageOut message, CancellationToken cancellationToken)
    {
        var sending = await answer(message);
        lock (_lock)
        {
            _messages.Enqueue(message);
            foreach (var (_, reached) in _awaited.Where(awaited => awaited.Count <= _messages.Count))
                reached.TrySetResult();
        }
        return sending;
    }

    /// <summary>Waits until so many messages have come.</summary>
    public Task ReachedAsync(int count)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((count, reached));
            if (_messages.Count >= count)
                reached.SetResult();
            return reached.Task.WaitAsync(TimeSpan.FromMinutes(4), TimeProvider.System);
        }
    }
}
