using System.Globalization;
using Gateway.Domain;
using Gateway.Server.Sms;

namespace Gateway.UnitTests.Server.Sms;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-11-23T19:59:59Z", false)] // 21:59:59 in Cairo
    [InlineData("2026-11-23T20:00:00Z", true)]
    [InlineData("2026-11-24T05:59:59Z", true)]
    [InlineData("2026-11-24T06:00:00Z", false)]
    [InlineData("2026-07-24T18:59:59Z", false)] // summer time: 21:59:59
    [InlineData("2026-07-24T19:00:00Z", true)]
    public void Contains_OverMidnight_GoesByTheClockInCairo(string moment, bool isQuiet)
    {
        var options = new SmsOptions { QuietFrom = new TimeOnly(22, 0), QuietUntil = new TimeOnly(8, 0) };
        var quiet = new QuietHours(options, new BusinessCalendar(TimeProvider.System));

        Assert.Equal(isQuiet, quiet.Contains(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Contains_WithoutHours_IsNever() => Assert.False(
        new QuietHours(new SmsOptions(), new BusinessCalendar(TimeProvider.System)).Contains(DateTimeOffset.UnixEpoch));
}
