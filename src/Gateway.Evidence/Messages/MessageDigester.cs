using System.Security.Cryptography;

namespace Gateway.Evidence;

/// <summary>
/// Digest of the messages of one direction of a call, as their bytes stand in the gRPC frames (without the five bytes
/// of header): with exactly one message its SHA-256, else SHA-256 over the SHA-256 digests one after another. Used by
/// one thread at a time.
/// </summary>
public sealed class MessageDigester : IDisposable
{
    private readonly byte[] _first = new byte[Hex.DigestBytes];
    private IncrementalHash? _digests;
    private IncrementalHash? _message;
    private bool _inMessage;

    /// <summary>How many whole messages were taken.</summary>
    public int Count { get; private set; }

    /// <summary>The digest of some messages whose own digests (32 bytes each) are known.</summary>
    public static byte[] Combine(ReadOnlySpan<byte[]> messageDigests)
    {
        if (messageDigests.Length == 1)
            return (byte[])messageDigests[0].Clone();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var digest in messageDigests)
            hash.AppendData(digest);
        return hash.GetHashAndReset();
    }

    /// <summary>Takes a whole message.</summary>
    /// <exception cref="InvalidOperationException">A message was begun and not ended.</exception>
    public void Add(ReadOnlySpan<byte> wholeMessage)
    {
        Require(!_inMessage);
        Span<byte> digest = stackalloc byte[Hex.DigestBytes];
        SHA256.HashData(wholeMessage, digest);
        Take(digest);
    }

    /// <summary>Begins a message that comes in pieces.</summary>
    /// <exception cref="InvalidOperationException">A message was begun and not ended.</exception>
    public void Begin()
    {
        Require(!_inMessage);
        _message ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _inMessage = true;
    }

    /// <summary>Takes a piece of the message that was begun.</summary>
    /// <exception cref="InvalidOperationException">No message was begun.</exception>
    public void Append(ReadOnlySpan<byte> piece)
    {
        Require(_inMessage);
        _message!.AppendData(piece);
    }

    /// <summary>Ends the message that was begun; only now it counts.</summary>
    /// <exception cref="InvalidOperationException">No message was begun.</exception>
    public void End()
    {
        Require(_inMessage);
        _inMessage = false;
        Span<byte> digest = stackalloc byte[Hex.DigestBytes];
        _message!.GetHashAndReset(digest);
        Take(digest);
    }

    /// <summary>Digest of the whole messages taken so far (32 bytes); a message that was begun and not ended is left
    /// out.</summary>
    public byte[] Digest() => Count switch
    {
        0 => SHA256.HashData(ReadOnlySpan<byte>.Empty),
        1 => (byte[])_first.Clone(),
        _ => _digests!.GetCurrentHash(),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _digests?.Dispose();
        _message?.Dispose();
    }

    private void Take(ReadOnlySpan<byte> digest)
    {
        if (Count == 0)
            digest.CopyTo(_first);
        else
            Following(digest);
        Count++;
    }

    private void Following(ReadOnlySpan<byte> digest)
    {
        if (_digests is null)
        {
            _digests = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            _digests.AppendData(_first);
        }

        _digests.AppendData(digest);
    }

    private static void Require(bool inOrder)
    {
        if (!inOrder)
            throw new InvalidOperationException("Begin, Append and End of a message are out of order.");
    }
}
