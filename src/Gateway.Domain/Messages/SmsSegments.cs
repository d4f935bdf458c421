namespace Gateway.Domain;

/// <summary>
/// How many SMS a text takes: GSM 7-bit default alphabet with its extension table, or UCS-2 (3GPP TS 23.038, sections
/// 6.2.1 and 6.2.3; the lengths of parts with a user data header are those of TS 23.040, section 9.2.3.24.1).
/// Thread-safe.
/// </summary>
public static class SmsSegments
{
    private const int SingleSeptets = 160;
    private const int PartSeptets = 153;
    private const int SingleUnits = 70;
    private const int PartUnits = 67;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // Each takes an escape before it.
    private const string Extension = "\f^{}\\[~]|€";

    /// <summary>Septets that the text takes in GSM 7-bit; null where it has a character that is not in it.</summary>
    public static int? Septets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var septets = 0;
        foreach (var c in text)
        {
            if (Basic.Contains(c, StringComparison.Ordinal))
                septets++;
            else if (Extension.Contains(c, StringComparison.Ordinal))
                septets += 2;
            else
                return null;
        }
        return septets;
    }

    /// <summary>SMS that a text takes in GSM 7-bit.</summary>
    /// <exception cref="ArgumentException">It has a character that is not in GSM 7-bit.</exception>
    public static int InGsm7(string text)
    {
        var septets = Septets(text)
            ?? throw new ArgumentException("The text has a character that is not in GSM 7-bit.", nameof(text));
        if (septets <= SingleSeptets)
            return 1;

        // A part never ends between an escape and its character, so each may lose a septet.
        var (parts, room) = (1, PartSeptets);
        foreach (var c in text)
        {
            var size = Extension.Contains(c, StringComparison.Ordinal) ? 2 : 1;
            if (size > room)
                (parts, room) = (parts + 1, PartSeptets);
            room -= size;
        }
        return parts;
    }

    /// <summary>SMS that a text takes in UCS-2.</summary>
    public static int InUcs2(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= SingleUnits ? 1 : (text.Length + PartUnits - 1) / PartUnits;
    }

    /// <summary>SMS that a text of this language takes.</summary>
    public static int In(SmsLanguage language, string text) =>
        language == SmsLanguage.Arabic ? InUcs2(text) : InGsm7(text);
}
