namespace Gateway.Domain;

/// <summary>
/// Amounts in English words, in the British manner: "and" before the tens and units, no commas. Thread-safe.
/// </summary>
public static class EnglishAmount
{
    private static readonly (long Value, string Name)[] Scales =
        [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred")];

    private static readonly string[] Tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    /// <summary>The whole amount: <c>One hundred and fifty Egyptian pounds and twenty-five piastres only</c>.</summary>
    public static string InWords(Money money)
    {
        var (pounds, piastres) = (money.Piastres / 100, money.Piastres % 100);
        var words = (pounds, piastres) switch
        {
            (0, > 0) => Count(piastres, "piastre"),
            (_, 0) => Count(pounds, "Egyptian pound"),
            _ => $"{Count(pounds, "Egyptian pound")} and {Count(piastres, "piastre")}",
        };
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} only";
    }

    private static string Count(long number, string noun) => $"{Words(number)} {noun}{(number == 1 ? "" : "s")}";

    private static string Words(long number)
    {
        if (number < 100)
            return BelowHundred((int)number);

        var words = new List<string>();
        var rest = number;
        foreach (var (value, name) in Scales)
        {
            if (rest >= value)
                words.Add($"{Words(rest / value)} {name}");
            rest %= value;
        }

        if (rest > 0)
            words.Add($"and {BelowHundred((int)rest)}");
        return string.Join(' ', words);
    }

    private static string BelowHundred(int number)
    {
        if (number < Units.Length)
            return Units[number];
        return number % 10 == 0 ? Tens[number / 10] : $"{Tens[number / 10]}-{Units[number % 10]}";
    }
}
