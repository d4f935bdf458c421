namespace Gateway.Domain;

/// <summary>
/// Whole numbers in Arabic words, in the nominative, as they agree with a masculine noun. Thread-safe.
/// </summary>
/// <remarks>
/// The last two digits decide the form of what is counted: 3 to 10 take the plural, 11 to 99 the singular accusative,
/// whole hundreds the bare singular. One and two are not numbers before a noun but the noun itself, so 101 is a hundred
/// of it and one of it (as in ألف ليلة وليلة): مائة جنيه مصري وجنيه واحد. The same holds for thousands, millions and
/// milliards: 102,000 is مائة ألف وألفا. A dual loses its nun before the noun that it counts: مائتا جنيه, ألفا جنيه.
/// </remarks>
internal static class ArabicNumber
{
    /// <summary>The word that joins: it is written with the word behind it.</summary>
    public const string And = " و";

    private static readonly (long Value, ArabicNoun Noun)[] Scales =
    [
        (1_000_000_000, new("مليار", "مليار", "ملياران", "مليارات", "مليارًا")),
        (1_000_000, new("مليون", "مليون", "مليونان", "ملايين", "مليونًا")),
        (1_000, new("ألف", "ألف", "ألفان", "آلاف", "ألفًا")),
    ];

    private static readonly string[] Hundreds =
    [
        "", "مائة", "مائتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة",
    ];

    private static readonly string[] Tens =
    [
        "", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون",
    ];

    private static readonly string[] Units =
    [
        "", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
        "أحد عشر", "اثنا عشر", "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر",
    ];

    /// <summary>So many of a noun: number and noun in words.</summary>
    /// <param name="number">1 to 999,999,999,999.</param>
    /// <param name="noun">What is counted.</param>
    /// <param name="beforeNoun">Whether another noun follows at once, which this one counts: ألفا جنيه.</param>
    public static string Count(long number, ArabicNoun noun, bool beforeNoun = false)
    {
        var lastTwo = (int)(number % 100);
        if (lastTwo is 1 or 2)
        {
            var behind = number > lastTwo;
            var words = (lastTwo, behind) switch
            {
                (1, false) => noun.One,
                (1, true) => noun.OneMore,
                (_, false) => Dual(noun.Two, beforeNoun),
                _ => Dual(noun.TwoMore, beforeNoun),
            };
            return behind ? Count(number - lastTwo, noun) + And + words : words;
        }

        var form = lastTwo switch
        {
            0 => noun.Bare,
            <= 10 => noun.Few,
            _ => beforeNoun ? noun.Bare : noun.Many,
        };
        return $"{Words(number)} {form}";
    }

    // What stands last in a number with two zeros at its end stands before the noun at once.
    private static string Words(long number)
    {
        var beforeNoun = number % 100 == 0;
        var words = new List<string>();
        var rest = number;
        foreach (var (value, noun) in Scales)
        {
            var count = rest / value;
            rest %= value;
            if (count > 0)
                words.Add(Count(count, noun, beforeNoun && rest == 0));
        }

        if (rest >= 100)
            words.Add(rest / 100 == 2 ? Dual(Hundreds[2], beforeNoun) : Hundreds[rest / 100]);
        if (rest % 100 > 0)
            words.Add(BelowHundred((int)(rest % 100)));
        return string.Join(And, words);
    }

    private static string BelowHundred(int number)
    {
        if (number < Units.Length)
            return Units[number];
        return number % 10 == 0 ? Tens[number / 10] : Units[number % 10] + And + Tens[number / 10];
    }

    private static string Dual(string dual, bool beforeNoun) => beforeNoun ? dual[..^1] : dual;
}
