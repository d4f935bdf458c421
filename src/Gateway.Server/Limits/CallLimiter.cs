using System.Threading.RateLimiting;
using Gateway.Server.Callers;

namespace Gateway.Server.Limits;

/// <summary>Counts calls under way, and calls a second of each caller. Thread-safe.</summary>
internal sealed class CallLimiter(LimitOptions options) : IDisposable
{
    private const int Kibibyte = 1024;

    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.ConcurrentCalls,
        QueueLimit = 0,
    });

    private readonly PartitionedRateLimiter<Caller> _rates = PartitionedRateLimiter.Create<Caller, string>(caller =>
        RateLimitPartition.GetTokenBucketLimiter(caller.Id.Value, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.BurstPerCaller,
            TokensPerPeriod = Tokens(options.CallsPerSecondPerCaller),
            ReplenishmentPeriod = TimeSpan.FromSeconds(
                (double)Tokens(options.CallsPerSecondPerCaller) / options.CallsPerSecondPerCaller),
            QueueLimit = 0,
        }));

    private readonly ConcurrencyLimiter _intake = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.IntakeBytes / Kibibyte,
        QueueLimit = 0,
    });

    /// <summary>Calls that have a place now.</summary>
    public long CallsUnderWay => options.ConcurrentCalls - _places.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>Takes one call from the caller's share.</summary>
    public RateLimitLease TakeForCaller(Caller caller) => _rates.AttemptAcquire(caller);

    /// <summary>Takes one of the gateway's places; disposing the lease gives it back.</summary>
    public RateLimitLease TakePlace() => _places.AttemptAcquire();

    /// <summary>Takes room for a large message that is on its way in; disposing the lease gives it back.</summary>
    public RateLimitLease TakeRoom(long bytes) =>
        _intake.AttemptAcquire((int)Math.Min(options.IntakeBytes / Kibibyte, (bytes / Kibibyte) + 1));

    /// <inheritdoc />
    public void Dispose()
    {
        _intake.Dispose();
        _places.Dispose();
        _rates.Dispose();
    }

    // A tenth of a second's worth, and at least one: the period follows, so that the rate is exact.
    private static int Tokens(int callsPerSecond) => (callsPerSecond + 9) / 10;
}
