using System.Buffers;
using System.Buffers.Text;

namespace Gateway.Domain;

/// <summary>
/// The structure of a PDF file (ISO 32000-2, 7.5): header, end, and the cross-reference that the end points at. What is
/// between is left to the reader; that it is encrypted is not.
/// </summary>
internal static class PdfFile
{
    // Where readers look for the end: within the last kilobyte.
    private const int TailBytes = 1024;
    private const int MaxObjectNumberDigits = 10;

    // What ends a name: white space and the delimiters of 7.2.3.
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    /// <summary>What every PDF file begins with.</summary>
    public static ReadOnlySpan<byte> Start => "%PDF-"u8;

    private static ReadOnlySpan<byte> White => "\0\t\n\f\r "u8;

    /// <summary>What is wrong with a file that begins as one; null for nothing.</summary>
    public static string? Problem(ReadOnlySpan<byte> file)
    {
        if (!IsKnownVersion(file[Start.Length..]))
            return "must be a PDF file of version 1.0 to 1.7 or 2.0";
        var tailStart = Math.Max(file.Length - TailBytes, 0);
        var tail = file[tailStart..];
        var end = tail.LastIndexOf("%%EOF"u8);
        var pointer = end < 0 ? -1 : tail[..end].LastIndexOf("startxref"u8);
        if (pointer < 0)
            return "is a PDF file that is cut off: its end is missing";
        if (!TryReadOffset(tail[(pointer + "startxref"u8.Length)..end], tailStart + pointer, out var offset))
            return "is a PDF file that is damaged: its end points nowhere";
        var trailer = Trailer(file[offset..(tailStart + pointer)]);
        if (trailer.IsEmpty)
            return "is a PDF file that is damaged: its end points at no cross-reference";
        return HasName(trailer, "Encrypt"u8)
            ? "is a PDF file that is encrypted; the prosecution has to be able to read it"
            : null;
    }

    private static bool IsKnownVersion(ReadOnlySpan<byte> version) =>
        version.Length >= 3 && version[1] == '.'
        && ((version[0] == '1' && version[2] is >= (byte)'0' and <= (byte)'7')
            || (version[0] == '2' && version[2] == '0'));

    private static bool TryReadOffset(ReadOnlySpan<byte> text, int limit, out int offset)
    {
        var digits = text.Trim(White);
        return Utf8Parser.TryParse(digits, out offset, out var used)
            && used == digits.Length && offset >= Start.Length && offset < limit;
    }

    // 7.5.5 and 7.5.8: the dictionary behind the table, or that of the stream which stands for both. Empty where there
    // is neither.
    private static ReadOnlySpan<byte> Trailer(ReadOnlySpan<byte> crossReference)
    {
        var at = crossReference.TrimStart(White);
        if (at.StartsWith("xref"u8))
        {
            var keyword = at.IndexOf("trailer"u8);
            return keyword < 0 ? default : at[keyword..];
        }

        if (!IsObject(at))
            return default;
        var stream = at.IndexOf("stream"u8);
        return stream < 0 ? default : at[..stream];
    }

    // 7.3.10: two numbers and the word obj.
    private static bool IsObject(ReadOnlySpan<byte> text) =>
        TrySkipNumber(ref text) && TrySkipNumber(ref text) && text.StartsWith("obj"u8);

    private static bool TrySkipNumber(ref ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits is < 1 or > MaxObjectNumberDigits)
            return false;
        var rest = text[digits..];
        text = rest.TrimStart(White);
        return text.Length < rest.Length;
    }

    // 7.3.5: any character of a name may be written as # and two hexadecimal digits.
    private static bool HasName(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        for (var at = text.IndexOf((byte)'/'); at >= 0; at = text.IndexOf((byte)'/'))
        {
            text = text[(at + 1)..];
            var length = text.IndexOfAny(NameEnds);
            if (IsName(length < 0 ? text : text[..length], name))
                return true;
        }

        return false;
    }

    private static bool IsName(ReadOnlySpan<byte> written, ReadOnlySpan<byte> name)
    {
        foreach (var expected in name)
        {
            if (written.IsEmpty)
                return false;
            var isEscaped = written[0] == '#' && written.Length > 2
                && Utf8Parser.TryParse(written.Slice(1, 2), out byte value, out var used, 'x') && used == 2
                && value == expected;
            if (!isEscaped && written[0] != expected)
                return false;
            written = written[(isEscaped ? 3 : 1)..];
        }

        return written.IsEmpty;
    }
}
