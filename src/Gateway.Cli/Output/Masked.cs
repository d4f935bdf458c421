namespace Gateway.Cli.Output;

/// <summary>Personal numbers for people who look over a teller's shoulder.</summary>
internal static class Masked
{
    private const int NationalIdDigitsShown = 4;
    private const int MobileDigitsShown = 3;

    /// <summary>A national id: its last four digits.</summary>
    public static string NationalId(string value) => Last(value, NationalIdDigitsShown);

    /// <summary>A mobile number: its last three digits.</summary>
    public static string Mobile(string value) => Last(value, MobileDigitsShown);

    private static string Last(string value, int shown)
    {
        var hidden = Math.Max(0, value.Length - shown);
        return new string('•', hidden) + value[hidden..];
    }
}
