using Gateway.Contracts.V1;
using Gateway.Server.Errors;

namespace Gateway.Server.TimeStamps;

/// <summary>
/// Closed while the time of answers cannot be proven: money whose receipt nobody could date is not taken, and none is
/// paid out. What was done before is answered nevertheless, and so are inquiries. Thread-safe.
/// </summary>
/// <param name="grade">How far the time of answers is proven now.</param>
internal sealed class MoneyGate(Func<TimeGrade> grade)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Lets a change of money through.</summary>
    /// <exception cref="RefusalException">TIME_NOT_PROVEN.</exception>
    public void Pass()
    {
        if (grade() == TimeGrade.NotProven)
            throw new Refusal(ErrorReason.TimeNotProven) { RetryAfter = Retry }.ToException();
    }
}
