using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Pays the settled fines of a subject, one to three at a time.</summary>
internal static class SampleSettlements
{
    private const int Branches = 4_000;

    /// <summary>Settlements in which each settled fine stands once.</summary>
    public static IReadOnlyList<SampleSettlement> Of(
        IReadOnlyList<SampleFine> fines, DateOnly baseDate, ref long nextId, ref SampleRandom random)
    {
        List<SampleFine>? settled = null;
        foreach (var fine in fines)
        {
            if (fine.Status == FineStatus.Settled)
                (settled ??= []).Add(fine);
        }
        if (settled is null)
            return [];
        var settlements = new List<SampleSettlement>(settled.Count);
        for (var first = 0; first < settled.Count;)
        {
            var count = Math.Min(random.Between(1, 3), settled.Count - first);
            settlements.Add(Pay(nextId++, settled.GetRange(first, count), baseDate, ref random));
            first += count;
        }
        return settlements;
    }

    private static SampleSettlement Pay(
        long id, List<SampleFine> fines, DateOnly baseDate, ref SampleRandom random)
    {
        var lastViolation = fines.Max(fine => DateOnly.FromDateTime(fine.Time.UtcDateTime));
        var days = baseDate.DayNumber - lastViolation.DayNumber;
        var date = lastViolation.AddDays(random.Between(2, Math.Min(days - 1, 120)));
        // Opening hours are within one civil date both in UTC and in Cairo.
        var time = new DateTimeOffset(date.ToDateTime(new TimeOnly(7, 0)), TimeSpan.Zero)
            .AddMilliseconds(random.Below(6 * 60 * 60 * 1000));
        var method = (PaymentMethod)(1 + random.Weighted([75, 14, 6, 5]));
        return new SampleSettlement(
            id,
            SampleKeys.SettlementNumber(id, date),
            SampleKeys.RequestId(id, ref random),
            random.Between(1, Branches),
            random.Between(1, 6),
            $"t.{random.Between(1, 9_999):D4}",
            method,
            method == PaymentMethod.Cash ? null : $"S{id:D11}",
            random.Chance(60) ? MobileNumber(ref random) : null,
            time,
            fines);
    }

    private static string MobileNumber(ref SampleRandom random) =>
        $"+201{random.Of<char>(['0', '1', '2', '5'])}{random.Below(100_000_000):D8}";
}
