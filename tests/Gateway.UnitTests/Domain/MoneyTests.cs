using Gateway.Domain;

namespace Gateway.UnitTests.Domain;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(123_450, "1234.50")]
    [InlineData(999_999_999_999, "9999999999.99")]
    public void ToString_AnyAmount_IsInvariantWithTwoDecimals(long piastres, string expected)
    {
        var money = Money.FromPiastres(piastres);

        var text = money.ToString();

        Assert.Equal(expected, text);
        Assert.Equal(money, Money.FromAmount(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000)]
    [InlineData(long.MaxValue)]
    public void FromPiastres_OutOfRange_IsRefused(long piastres) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.FromPiastres(piastres));

    [Theory]
    [InlineData("0.001")]
    [InlineData("-0.01")]
    [InlineData("10000000000.00")]
    [InlineData("79228162514264337593543950335")]
    public void FromAmount_NotWholePiastresInRange_IsRefused(string pounds) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Money.FromAmount(decimal.Parse(pounds, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Add_BeyondMaximum_Overflows() =>
        Assert.Throws<OverflowException>(() => Money.MaxValue + Money.FromPiastres(1));

    [Fact]
    public void Subtract_MoreThanThereIs_Overflows() =>
        Assert.Throws<OverflowException>(() => Money.FromPiastres(1) - Money.FromPiastres(2));

    [Fact]
    public void Sum_BeyondMaximum_Overflows() =>
        Assert.Throws<OverflowException>(() => Money.Sum([Money.MaxValue, Money.FromPiastres(1)]));

    [Fact]
    public void Sum_Nothing_IsZero() => Assert.Equal(Money.Zero, Money.Sum([]));

    [Fact]
    public void Compare_Amounts_OrdersByValue()
    {
        var (less, more) = (Money.FromPiastres(99), Money.FromPiastres(100));

        Assert.True(less < more && more > less && less <= more && more >= less);
        Assert.Equal(-1, less.CompareTo(more));
        Assert.Equal(Money.FromPiastres(1), more - less);
    }

    [Theory]
    [InlineData(12, 340_000_000, true, 1_234)]
    [InlineData(0, 0, true, 0)]
    [InlineData(9_999_999_999, 990_000_000, true, 999_999_999_999)]
    [InlineData(10_000_000_000, 0, false, 0)]
    [InlineData(1, 1, false, 0)]
    [InlineData(1, 1_000_000_000, false, 0)]
    [InlineData(-1, 0, false, 0)]
    [InlineData(0, -10_000_000, false, 0)]
    [InlineData(long.MaxValue, 0, false, 0)]
    public void TryFromUnits_WireMoney_TakesWholePiastresInRange(long units, int nanos, bool taken, long piastres)
    {
        var result = Money.TryFromUnits(units, nanos, out var money);

        Assert.Equal(taken, result);
        Assert.Equal(piastres, money.Piastres);
    }
}
