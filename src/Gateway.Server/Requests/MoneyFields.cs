using Gateway.Domain;
using WireMoney = Google.Type.Money;

namespace Gateway.Server.Requests;

/// <summary>
/// Money on the wire: <c>google.type.Money</c>, EGP, not negative, nanos a multiple of ten million (one piastre).
/// </summary>
internal static class MoneyFields
{
    private const string Currency = "EGP";
    private const int NanosPerPiastre = 10_000_000;

    // Far above any sum of fines, and far below what a decimal(12,2) holds.
    private const long MaxUnits = 100_000_000;

    /// <summary>Writes an amount.</summary>
    public static WireMoney ToWire(this Money money) => new()
    {
        CurrencyCode = Currency,
        Units = money.Piastres / 100,
        Nanos = (int)(money.Piastres % 100) * NanosPerPiastre,
    };

    /// <summary>Reads an amount; zero, with every fault noted, where it is wrong.</summary>
    public static Money Read(WireMoney? wire, FieldErrors errors, string path)
    {
        if (wire is null)
        {
            errors.Add(path, "is required: an amount in EGP");
            return Money.Zero;
        }

        var good = true;
        if (wire.CurrencyCode != Currency)
            good = Fault(errors, path + ".currency_code", "must be EGP");
        if (wire.Units is < 0 or > MaxUnits)
            good = Fault(errors, path + ".units", "must be 0 to 100,000,000");
        if (wire.Nanos is < 0 or > 999_999_999 || wire.Nanos % NanosPerPiastre != 0)
            good = Fault(errors, path + ".nanos", "must be whole piastres: a multiple of 10,000,000, not negative");
        return good ? Money.FromPiastres((wire.Units * 100) + (wire.Nanos / NanosPerPiastre)) : Money.Zero;
    }

    private static bool Fault(FieldErrors errors, string path, string description)
    {
        errors.Add(path, description);
        return false;
    }
}
