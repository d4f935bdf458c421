using Microsoft.Extensions.Time.Testing;

namespace Gateway.UnitTests.Evidence;

internal static class SomeTime
{
    /// <summary>A clock that stands still.</summary>
    internal static FakeTimeProvider At(DateTimeOffset now) => new(now);
}
