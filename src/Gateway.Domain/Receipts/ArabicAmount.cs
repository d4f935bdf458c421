namespace Gateway.Domain;

/// <summary>
/// Amounts in Arabic words as an Egyptian receipt has them. <see cref="ArabicNumber"/> says by what rule. Thread-safe.
/// </summary>
public static class ArabicAmount
{
    private static readonly ArabicNoun Pound =
        new("جنيه مصري", "جنيه مصري واحد", "جنيهان مصريان", "جنيهات مصرية", "جنيهًا مصريًا")
        {
            OneMore = "جنيه واحد",
            TwoMore = "جنيهان",
        };

    private static readonly ArabicNoun Piastre = new("قرش", "قرش واحد", "قرشان", "قروش", "قرشًا");

    /// <summary>
    /// The whole amount, closed on both sides against additions: <c>فقط مائة وخمسون جنيهًا مصريًا لا غير</c>.
    /// </summary>
    public static string InWords(Money money) => $"فقط {Words(money.Piastres / 100, money.Piastres % 100)} لا غير";

    private static string Words(long pounds, long piastres) => (pounds, piastres) switch
    {
        (0, 0) => $"صفر {Pound.Bare}",
        (0, _) => ArabicNumber.Count(piastres, Piastre),
        (_, 0) => ArabicNumber.Count(pounds, Pound),
        _ => ArabicNumber.Count(pounds, Pound) + ArabicNumber.And + ArabicNumber.Count(piastres, Piastre),
    };
}
