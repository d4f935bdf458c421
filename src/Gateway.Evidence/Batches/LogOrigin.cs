using System.Buffers;

namespace Gateway.Evidence;

/// <summary>The name of an evidence log: the gateway's name, a slash, and eight hex digits made with the log.</summary>
public static class LogOrigin
{
    /// <summary>Longest name of a gateway, in characters.</summary>
    public const int MaxNameLength = 80;

    internal const int MaxLength = MaxNameLength + SuffixLength;

    private const int SuffixBytes = 4;
    private const int SuffixLength = 1 + (2 * SuffixBytes);

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/");

    /// <summary>Whether the text can name a gateway: 1 to 80 of <c>A-Z a-z 0-9 . _ - /</c>, the first and last neither
    /// slash nor dot nor dash.</summary>
    public static bool IsValidName(ReadOnlySpan<char> name) =>
        name.Length is >= 1 and <= MaxNameLength
        && char.IsAsciiLetterOrDigit(name[0])
        && char.IsAsciiLetterOrDigit(name[^1])
        && !name.ContainsAnyExcept(NameCharacters);

    /// <summary>Whether the text is a valid name, a slash and eight lower-case hex digits.</summary>
    public static bool IsValid(string? origin) =>
        origin is { Length: > SuffixLength }
        && origin[^SuffixLength] == '/'
        && Hex.IsLower(origin.AsSpan(origin.Length - SuffixLength + 1), SuffixBytes)
        && IsValidName(origin.AsSpan(0, origin.Length - SuffixLength));

    /// <summary>The gateway's name in a valid origin.</summary>
    public static string NameOf(string origin) => origin[..^SuffixLength];

    /// <summary>Makes an origin from a valid name and four random bytes.</summary>
    /// <exception cref="ArgumentException">The name is not valid, or the bytes are not four.</exception>
    public static string Create(string name, ReadOnlySpan<byte> random)
    {
        if (!IsValidName(name))
            throw new ArgumentException($"'{name}' cannot name a gateway.", nameof(name));
        if (random.Length != SuffixBytes)
            throw new ArgumentException("Four random bytes are needed.", nameof(random));
        return $"{name}/{Convert.ToHexStringLower(random)}";
    }
}
