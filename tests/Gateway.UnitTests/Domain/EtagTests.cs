using Gateway.Domain;

namespace Gateway.UnitTests.Domain;

public sealed class EtagTests
{
    private static readonly Money Amount = Money.FromPiastres(15_000);
    private static readonly Money Fees = Money.FromPiastres(1_500);

    [Fact]
    public void Of_SameStateAndAmounts_IsFixedForEver()
    {
        var etag = Etag.Of(FineStatus.Outstanding, Amount, Fees);

        // echo -n '1|15000|1500' | sha256sum
        Assert.Equal("2c7ebbbe8d7cf055", etag);
    }

    [Fact]
    public void Of_AnyDifference_Differs()
    {
        string[] etags =
        [
            Etag.Of(FineStatus.Outstanding, Amount, Fees),
            Etag.Of(FineStatus.Settled, Amount, Fees),
            Etag.Of(FineStatus.Outstanding, Amount + Fees, Fees),
            Etag.Of(FineStatus.Outstanding, Amount, Money.Zero),
            Etag.Of(FineStatus.Outstanding, Fees, Amount),
            Etag.Of(FineStatus.Outstanding, Money.MaxValue, Money.MaxValue),
        ];

        Assert.Equal(etags.Length, etags.Distinct().Count());
    }
}
