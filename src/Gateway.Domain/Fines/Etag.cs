using System.Security.Cryptography;
using System.Text.Unicode;

namespace Gateway.Domain;

/// <summary>What a settlement quotes to say which state and amounts of a fine it was made against.</summary>
public static class Etag
{
    private const int KeptBytes = 8;

    /// <summary>
    /// 16 lower-case hex digits: the first 8 bytes of SHA-256 over <c>status|piastres of the amount|piastres of the
    /// fees</c>. The same state and amounts always give the same value. Thread-safe.
    /// </summary>
    public static string Of(FineStatus status, Money amount, Money fees)
    {
        Span<byte> text = stackalloc byte[64];
        if (!Utf8.TryWrite(text, $"{(int)status}|{amount.Piastres}|{fees.Piastres}", out var written))
            throw new InvalidOperationException("An etag's text is longer than its buffer.");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..written], hash);
        return Convert.ToHexStringLower(hash[..KeptBytes]);
    }
}
