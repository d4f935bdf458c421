using System.Globalization;
using System.Text;
using Gateway.Domain;

namespace Gateway.Server.Receipts;

/// <summary>
/// Values of a receipt: digits 0 to 9 in both languages, and in an order that holds in a line of Arabic.
/// </summary>
internal static class ReceiptValues
{
    private const char IsolateLeftToRight = '\u2066';
    private const char EndOfIsolate = '\u2069';

    private static readonly Bilingual[] Months =
    [
        new("يناير", "January"), new("فبراير", "February"), new("مارس", "March"), new("أبريل", "April"),
        new("مايو", "May"), new("يونيو", "June"), new("يوليو", "July"), new("أغسطس", "August"),
        new("سبتمبر", "September"), new("أكتوبر", "October"), new("نوفمبر", "November"), new("ديسمبر", "December"),
    ];

    /// <summary>A date with its month in words: digits joined by hyphens would change places in Arabic.</summary>
    public static Bilingual Of(DateOnly date)
    {
        var month = Months[date.Month - 1];
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{date.Day} {month.Ar} {date.Year}"),
            string.Create(CultureInfo.InvariantCulture, $"{date.Day} {month.En} {date.Year}"));
    }

    /// <summary>Hours and minutes, 00:00 to 23:59.</summary>
    public static Bilingual TimeOf(DateTime local) =>
        Bilingual.Same(local.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>An amount in figures.</summary>
    public static Bilingual Of(Money money)
    {
        var figures = money.Amount.ToString("N2", CultureInfo.InvariantCulture);
        return new($"{figures} جنيه", $"{figures} EGP");
    }

    /// <summary>
    /// A code of ASCII letters, digits, dots, underscores and hyphens. In Arabic the parts of one such as
    /// <c>1234-5678</c> would change places, so it is isolated; digits alone, and what begins with a letter and ends
    /// with a letter or digit, keep their order and stay as they are.
    /// </summary>
    public static Bilingual Code(string code)
    {
        var keepsOrder = code.All(char.IsAsciiDigit)
            || (char.IsAsciiLetter(code[0]) && char.IsAsciiLetterOrDigit(code[^1]));
        return new(keepsOrder ? code : $"{IsolateLeftToRight}{code}{EndOfIsolate}", code);
    }

    /// <summary>
    /// Text that others wrote, for a printer: line breaks and controls become spaces, marks of direction are dropped.
    /// </summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    plain.Append(' ');
                    break;
                case UnicodeCategory.Format:
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }
        return plain.ToString();
    }
}
