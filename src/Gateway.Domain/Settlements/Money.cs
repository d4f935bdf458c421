using System.Globalization;

namespace Gateway.Domain;

/// <summary>
/// An amount in Egyptian pounds, held as whole piastres (100 to the pound). Never negative and never more than
/// <see cref="MaxValue"/>, which is what the database keeps as decimal(12,2). Immutable, safe on any thread.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    private const long MaxPiastres = 999_999_999_999;

    private Money(long piastres) => Piastres = piastres;

    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>The most that can be held, 9,999,999,999.99 EGP.</summary>
    public static Money MaxValue => new(MaxPiastres);

    /// <summary>The amount in piastres.</summary>
    public long Piastres { get; }

    /// <summary>The amount in pounds, with two decimals.</summary>
    public decimal Amount => new decimal(Piastres) / 100.00m;

    /// <summary>An amount from piastres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or above <see cref="MaxValue"/>.</exception>
    public static Money FromPiastres(long piastres) =>
        piastres is >= 0 and <= MaxPiastres
            ? new Money(piastres)
            : throw new ArgumentOutOfRangeException(nameof(piastres), "Money is 0 to 9,999,999,999.99 EGP.");

    /// <summary>An amount from pounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, too large, or a part of a piastre.</exception>
    public static Money FromAmount(decimal pounds)
    {
        if (pounds is < 0m or > MaxPiastres / 100.00m || decimal.Truncate(pounds * 100) != pounds * 100)
            throw new ArgumentOutOfRangeException(nameof(pounds), "Money is 0 to 9,999,999,999.99 EGP, two decimals.");
        return new Money((long)(pounds * 100));
    }

    /// <summary>An amount from whole pounds and billionths, as google.type.Money gives them.</summary>
    /// <returns>False when negative, too large, or a part of a piastre; <paramref name="money"/> is then
    /// zero.</returns>
    public static bool TryFromUnits(long units, int nanos, out Money money)
    {
        const int nanosPerPiastre = 10_000_000;
        money = default;
        if (units is < 0 or > MaxPiastres / 100 || nanos is < 0 or > 999_999_999 || nanos % nanosPerPiastre != 0)
            return false;
        money = new Money((units * 100) + (nanos / nanosPerPiastre));
        return true;
    }

    /// <summary>Adds up amounts; nothing gives <see cref="Zero"/>.</summary>
    /// <exception cref="OverflowException">The sum is above <see cref="MaxValue"/>.</exception>
    public static Money Sum(IEnumerable<Money> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        var sum = Zero;
        foreach (var amount in amounts)
            sum += amount;
        return sum;
    }

    /// <summary>Sum of two amounts.</summary>
    /// <exception cref="OverflowException">The sum is above <see cref="MaxValue"/>.</exception>
    public static Money operator +(Money left, Money right) => Checked(left.Piastres + right.Piastres);

    /// <summary>Difference of two amounts.</summary>
    /// <exception cref="OverflowException">The right one is the larger.</exception>
    public static Money operator -(Money left, Money right) => Checked(left.Piastres - right.Piastres);

    /// <summary>Sum of two amounts, for languages without operators.</summary>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>Difference of two amounts, for languages without operators.</summary>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Piastres < right.Piastres;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.Piastres > right.Piastres;

    /// <summary>Whether the left amount is not larger.</summary>
    public static bool operator <=(Money left, Money right) => left.Piastres <= right.Piastres;

    /// <summary>Whether the left amount is not smaller.</summary>
    public static bool operator >=(Money left, Money right) => left.Piastres >= right.Piastres;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Piastres.CompareTo(other.Piastres);

    /// <summary>The amount in pounds with two decimals and a point, such as <c>1234.50</c>.</summary>
    public override string ToString() => Amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static Money Checked(long piastres) =>
        piastres is >= 0 and <= MaxPiastres
            ? new Money(piastres)
            : throw new OverflowException("Money left the range of 0 to 9,999,999,999.99 EGP.");
}
