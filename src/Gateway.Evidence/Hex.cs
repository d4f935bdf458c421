using System.Buffers;

namespace Gateway.Evidence;

/// <summary>Lower-case hex, the only hex that evidence is written in.</summary>
internal static class Hex
{
    /// <summary>Length of a SHA-256 digest in bytes.</summary>
    internal const int DigestBytes = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether the text is exactly <paramref name="byteCount"/> bytes in lower-case hex.</summary>
    internal static bool IsLower(ReadOnlySpan<char> text, int byteCount) =>
        text.Length == 2 * byteCount && !text.ContainsAnyExcept(Digits);
}
