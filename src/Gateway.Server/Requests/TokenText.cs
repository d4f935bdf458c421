using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gateway.Server.Requests;

/// <summary>A page token as the caller sees it: some ASCII values, in base64 without padding.</summary>
internal static class TokenText
{
    private const char Separator = '|';
    private const int MaxChars = 120;

    /// <summary>Writes a token.</summary>
    public static string Of(params ReadOnlySpan<string> values) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Join(Separator, values!)));

    /// <summary>Reads a token of so many values; false for what has another form.</summary>
    public static bool TryRead(string text, int count, [NotNullWhen(true)] out string[]? values)
    {
        values = null;
        if (text.Length > MaxChars || !Base64Url.IsValid(text))
            return false;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        values = parts.Length == count ? parts : null;
        return values is not null;
    }
}
