using Gateway.Evidence;
using Gateway.Server.TimeStamps;
using Gateway.UnitTests.Evidence;

namespace Gateway.UnitTests.Server.TimeStamps;

public sealed class ObtainedStampTests
{
    private static readonly DateTimeOffset Sent = new(2026, 8, 20, 9, 30, 15, 400, TimeSpan.Zero);

    [Theory]
    [InlineData(500, 0)] // between question and answer
    [InlineData(-400, 0)] // the second in which it was asked
    [InlineData(3600, 2600)] // ahead of the answer
    [InlineData(-3400, -2400)] // a whole second may have been up to one later
    [InlineData(-3500, -3500)] // one with a fraction was not
    public void Between_TimeOfTheAuthority_IsComparedWithTheTimeOfTheCall(int milliseconds, int apart)
    {
        var stamp = new VerifiedTimeStamp(
            [], Sent.AddMilliseconds(milliseconds), SomeAuthority.Policy, SomePki.Shared.Root, []);

        var obtained = ObtainedStamp.Between(stamp, Sent, Sent.AddSeconds(1));

        Assert.Equal(TimeSpan.FromMilliseconds(apart), obtained.ClockDifference);
    }
}
