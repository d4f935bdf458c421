using System.Text;

namespace Gateway.Cli.Fines;

/// <summary>A plate as it is typed: letters and digits in any order, with or without spaces.</summary>
internal static class PlateText
{
    /// <summary>
    /// Takes digits of any script apart from the rest. Whether the rest are letters of a plate is for the domain to
    /// say; spaces and marks of text direction it forgives.
    /// </summary>
    public static (string Letters, string Digits) Split(string text)
    {
        var letters = new StringBuilder();
        var digits = new StringBuilder();
        foreach (var c in text)
            (char.IsDigit(c) ? digits : letters).Append(c);
        return (letters.ToString().Trim(), digits.ToString());
    }
}
