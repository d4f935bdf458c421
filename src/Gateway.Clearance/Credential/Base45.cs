namespace Gateway.Clearance;

/// <summary>
/// Base45 (RFC 9285): the alphabet of a QR code's alphanumeric mode. A space is a character like the others.
/// Thread-safe.
/// </summary>
public static class Base45
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const int Base = 45;

    /// <summary>Writes bytes: three characters for each two, two for one that is left over.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length / 2 * 3) + (bytes.Length % 2 * 2)];
        var at = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            var isPair = i + 1 < bytes.Length;
            var value = isPair ? (bytes[i] << 8) | bytes[i + 1] : bytes[i];
            text[at++] = Alphabet[value % Base];
            text[at++] = Alphabet[value / Base % Base];
            if (isPair)
                text[at++] = Alphabet[value / Base / Base];
        }
        return new string(text);
    }

    /// <summary>Reads what <see cref="Encode"/> writes, and nothing else.</summary>
    /// <returns>False where a character is not of the alphabet, the length is not possible, or a group stands for more
    /// than its bytes can hold.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (text.Length % 3 == 1)
            return false;

        var read = new byte[(text.Length / 3 * 2) + (text.Length % 3 / 2)];
        var at = 0;
        for (var i = 0; i < text.Length; i += 3)
        {
            var group = text.Slice(i, Math.Min(3, text.Length - i));
            if (ValueOf(group) is not { } value || value > (group.Length == 3 ? ushort.MaxValue : byte.MaxValue))
                return false;
            if (group.Length == 3)
                read[at++] = (byte)(value >> 8);
            read[at++] = (byte)(value & byte.MaxValue);
        }

        bytes = read;
        return true;
    }

    private static int? ValueOf(ReadOnlySpan<char> group)
    {
        var value = 0;
        for (var i = group.Length - 1; i >= 0; i--)
        {
            var digit = Alphabet.IndexOf(group[i], StringComparison.Ordinal);
            if (digit < 0)
                return null;
            value = (value * Base) + digit;
        }
        return value;
    }
}
