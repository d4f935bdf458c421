using Gateway.Client;
using Gateway.Client.Connection;
using Gateway.Client.Retries;
using Grpc.Core;

namespace Gateway.UnitTests.Client;

public sealed class RetryOptionsTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Backoff_Drawn_IsFromZeroToABoundThatGrowsUpToItsLimit()
    {
        var options = new RetryOptions { InitialBackoff = Second, MaxBackoff = 5 * Second, BackoffMultiplier = 2 };

        var lowest = Waits(options, draw: 0);
        var highest = Waits(options, draw: 1);

        Assert.Equal([0, 0, 0, 0, 0], lowest);
        Assert.Equal([1, 2, 4, 5, 5], highest);
    }

    [Theory]
    [InlineData(-1, 0.5)]
    [InlineData(0, 0.5)]
    [InlineData(3, 3.5)]
    [InlineData(3600, 30.5)]
    public void Backoff_AskedToWait_DrawsOnTopOfThatUpToALimit(int askedSeconds, double expectedSeconds)
    {
        var options = new RetryOptions { InitialBackoff = Second, MaxRetryDelay = 30 * Second };

        var wait = new Backoff(options, () => 0.5).Next(TimeSpan.FromSeconds(askedSeconds));

        Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), wait);
    }

    [Fact]
    public void ServiceConfig_OfTheDefaults_RepeatsEveryMethodOnUnavailable()
    {
        var policy = Assert.Single(GrpcRetries.From(new RetryOptions())!.MethodConfigs);

        Assert.Equal([StatusCode.Unavailable], policy.RetryPolicy!.RetryableStatusCodes);
        Assert.Equal(5, policy.RetryPolicy.MaxAttempts);
        Assert.Equal(TimeSpan.FromMilliseconds(250), policy.RetryPolicy.InitialBackoff);
        Assert.Equal(5 * Second, policy.RetryPolicy.MaxBackoff);
        Assert.Equal(2, policy.RetryPolicy.BackoffMultiplier);
    }

    [Fact]
    public void ServiceConfig_OfOneAttempt_IsNone() =>
        Assert.Null(GrpcRetries.From(new RetryOptions { Attempts = 1 }));

    [Fact]
    public void Defaults_AreInOrder() => Assert.Empty(new RetryOptions().Faults("Retry"));

    [Fact]
    public void Connect_WithWrongRetries_NamesAllOfThem()
    {
        var options = new GatewayClientOptions
        {
            Retry = new RetryOptions
            {
                Attempts = 6,
                InitialBackoff = TimeSpan.Zero,
                MaxBackoff = 2 * TimeSpan.FromHours(1),
                BackoffMultiplier = double.NaN,
                AttemptDeadline = TimeSpan.Zero,
                MaxRetryDelay = -Second,
            },
        };

        var wrong = Assert.Throws<ArgumentException>(() => GatewayClient.Connect(options));

        string[] names = ["Attempts", "InitialBackoff", "MaxBackoff", "BackoffMultiplier", "AttemptDeadline",
            "MaxRetryDelay"];
        Assert.All(names, name => Assert.Contains($"Retry.{name} must", wrong.Message, StringComparison.Ordinal));
    }

    private static List<double> Waits(RetryOptions options, double draw)
    {
        var backoff = new Backoff(options, () => draw);
        return [.. Enumerable.Range(0, 5).Select(_ => backoff.Next(asked: null).TotalSeconds)];
    }
}
