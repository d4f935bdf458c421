using System.Globalization;
using Gateway.Domain;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.UnitTests.Domain;

public sealed class BusinessCalendarTests
{
    /// <summary>In 2026 summer time is from Friday 24 April, 00:00, to Thursday 29 October, 24:00.</summary>
    [Theory]
    [InlineData("2026-01-15T21:59:59Z", "2026-01-15")]
    [InlineData("2026-01-15T22:00:00Z", "2026-01-16")]
    [InlineData("2026-04-23T21:59:59Z", "2026-04-23")]
    [InlineData("2026-04-23T22:00:00Z", "2026-04-24")]
    [InlineData("2026-04-24T20:59:59Z", "2026-04-24")]
    [InlineData("2026-04-24T21:00:00Z", "2026-04-25")]
    [InlineData("2026-07-01T20:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T21:00:00Z", "2026-07-02")]
    [InlineData("2026-10-29T20:59:59Z", "2026-10-29")]
    [InlineData("2026-10-29T21:30:00Z", "2026-10-29")]
    [InlineData("2026-10-29T22:00:00Z", "2026-10-30")]
    [InlineData("2026-10-30T21:59:59Z", "2026-10-30")]
    [InlineData("2026-10-30T22:00:00Z", "2026-10-31")]
    public void BusinessDate_AroundMidnightAndClockChanges_IsCairosDate(string moment, string expected)
    {
        var calendar = new BusinessCalendar(TimeProvider.System);

        var date = calendar.BusinessDate(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture), date);
    }

    [Fact]
    public void BusinessDate_MinuteByMinuteOverAClockChange_NeverGoesBack()
    {
        var calendar = new BusinessCalendar(TimeProvider.System);
        var start = new DateTimeOffset(2026, 10, 29, 18, 0, 0, TimeSpan.Zero);

        var dates = Enumerable.Range(0, 6 * 60)
            .Select(minute => calendar.BusinessDate(start.AddMinutes(minute)))
            .ToList();

        Assert.Equal(dates.Order(), dates);
        Assert.Equal(2, dates.Distinct().Count());
    }

    [Fact]
    public void Today_GivenClock_IsItsDateInCairo()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2026, 3, 2), new BusinessCalendar(time).Today);
    }

    [Theory]
    [InlineData("2026-01-15T21:59:59Z", "2026-01-15T23:59:59")]
    [InlineData("2026-07-01T21:00:00Z", "2026-07-02T00:00:00")]
    public void LocalTime_InWinterAndSummer_IsTheClockOnTheWall(string moment, string expected)
    {
        var calendar = new BusinessCalendar(TimeProvider.System);

        var local = calendar.LocalTime(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

        Assert.Equal(expected, local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(2026, 11, 23, "2026-11-22T22:00:00Z")]
    [InlineData(2026, 7, 23, "2026-07-22T21:00:00Z")]
    [InlineData(2026, 4, 24, "2026-04-23T22:00:00Z")] // Summer time begins: the day has no midnight, and starts at 01:00.
    [InlineData(2026, 10, 30, "2026-10-29T22:00:00Z")] // It ended at midnight: the hour before came twice.
    public void StartOf_IsTheDaysFirstMoment(int year, int month, int day, string expected)
    {
        var calendar = new BusinessCalendar(TimeProvider.System);

        var start = calendar.StartOf(new DateOnly(year, month, day));

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), start);
        Assert.Equal(new DateOnly(year, month, day), calendar.BusinessDate(start));
        Assert.Equal(new DateOnly(year, month, day).AddDays(-1), calendar.BusinessDate(start.AddTicks(-1)));
    }
}
