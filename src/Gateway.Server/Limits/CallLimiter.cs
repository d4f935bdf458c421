using System.Threading.RateLimiting;
using Gateway.Server.Callers;

namespace Gateway.Server.Limits;

/// <summary>Counts calls under way, and calls a second of each caller. Thread-safe.</summary>
internal sealed class CallLimiter(LimitOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.ConcurrentCalls,
        QueueLimit = 0,
    });

    private readonly PartitionedRateLimiter<Caller> _rates = PartitionedRateLimiter.Create<Caller, string>(caller =>
        RateLimitPartition.GetTokenBucketLimiter(caller.Id.Value, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.BurstPerCaller,
            TokensPerPeriod = Math.Max(1, options.CallsPerSecondPerCaller / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
        }));

    /// <summary>Calls that have a place now.</summary>
    public long CallsUnderWay => options.ConcurrentCalls - _places.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>Takes one call from the caller's share.</summary>
    public RateLimitLease TakeForCaller(Caller caller) => _rates.AttemptAcquire(caller);

    /// <summary>Takes one of the gateway's places; disposing the lease gives it back.</summary>
    public RateLimitLease TakePlace() => _places.AttemptAcquire();

    /// <inheritdoc />
    public void Dispose()
    {
        _places.Dispose();
        _rates.Dispose();
    }
}
