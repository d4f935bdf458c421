using Gateway.Cli.Appeals;
using Gateway.Cli.Output;
using Gateway.Contracts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.UnitTests.Cli.Appeals;

public sealed class AppealTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(71 * 60, "due in 2 d 23 h")]
    [InlineData(150, "due in 2 h 30 min")]
    [InlineData(0, "due in 0 min")]
    [InlineData(-45, "overdue since 45 min")]
    [InlineData(-26 * 60, "overdue since 1 d 2 h")]
    public void Due_BeforeAndAfterItsTime_IsTold(int minutes, string expected) =>
        Assert.Equal(expected, AppealText.Due(Timestamp.FromDateTimeOffset(Now.AddMinutes(minutes)), Now));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(2 * 1024 * 1024, "2,048.0 KiB")]
    public void Size_OfADocument_IsTold(int bytes, string expected) => Assert.Equal(expected, AppealText.Size(bytes));

    [Fact]
    public void Word_OfEachValue_LeadsBackToIt()
    {
        Assert.All(EnumWords.All<AppealGround>(), ground =>
            Assert.Equal(ground, EnumWords.Find<AppealGround>(EnumWords.Of(ground))));
        Assert.Equal("documents-requested", EnumWords.Of(AppealStage.DocumentsRequested));
        Assert.Equal("", EnumWords.Of(AppealStage.Unspecified));
        Assert.Equal("unknown", EnumWords.Of((AppealStage)99));
        Assert.Null(EnumWords.Find<AppealStage>(""));
    }

    [Fact]
    public void Fee_TakenNow_IsOfWholeMilliseconds()
    {
        var now = AppealFee.Now(TimeProvider.System);

        Assert.Equal(0, now.Nanos % 1_000_000);
    }

    [Fact]
    public void Payment_OfARetry_SaysTheTimeOfTheFirstTry()
    {
        var first = new Payment { Method = PaymentMethod.Cash, CollectTime = Timestamp.FromDateTimeOffset(Now) };
        var again = new Payment { Method = PaymentMethod.Cash, CollectTime = AppealFee.Now(TimeProvider.System) };
        var other = new Payment { Method = PaymentMethod.Card, CollectTime = AppealFee.Now(TimeProvider.System) };

        Assert.Equal(first, SubmittedAppeal.AsPaid(again, first));
        Assert.NotEqual(first, SubmittedAppeal.AsPaid(other, first));
        Assert.Null(SubmittedAppeal.AsPaid(null, first));
    }
}
