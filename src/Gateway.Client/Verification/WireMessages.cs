using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.Client.Verification;

/// <summary>
/// The messages of one direction: their digests always, themselves only where somebody wants them. Not thread-safe.
/// </summary>
internal sealed class WireMessages(bool keep)
{
    private readonly List<byte[]> _digests = [];
    private readonly List<byte[]> _messages = [];

    public int Count => _digests.Count;

    public void Add(byte[] message)
    {
        _digests.Add(SHA256.HashData(message));
        if (keep)
            _messages.Add(message);
    }

    /// <summary>The first messages; empty where they were not kept.</summary>
    public IReadOnlyList<byte[]> Messages(int count) => [.. _messages.Take(count)];

    /// <summary>Digest of each message.</summary>
    public IReadOnlyList<byte[]> Digests => _digests;

    /// <summary>Digest of all messages, lower-case hex.</summary>
    public string Digest() => Convert.ToHexStringLower(MessageDigester.Combine(CollectionsMarshal.AsSpan(_digests)));
}
