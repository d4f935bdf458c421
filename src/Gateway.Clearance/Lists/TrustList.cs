using System.Formats.Cbor;
using System.Security.Cryptography;

namespace Gateway.Clearance;

/// <summary>
/// The keys that certificates and revocation lists are signed with: a short-lived file, signed by one of two roots that
/// verifiers have pinned. Immutable, thread-safe.
/// </summary>
public sealed class TrustList
{
    internal const string Type = "traffic-clearance-trust-list";

    private readonly ListHead _head;

    private TrustList(ListHead head, IReadOnlyList<TrustedKey> keys)
    {
        _head = head;
        Keys = keys;
        Ring = new KeyRing(keys, key => KeyId.Of(key.PublicKey.Span));
    }

    /// <summary>Number of the list. It never goes back.</summary>
    public long Number => _head.Number;

    /// <summary>From when the list is.</summary>
    public DateTimeOffset IssueTime => _head.IssueTime;

    /// <summary>Until when it may be used.</summary>
    public DateTimeOffset ExpireTime => _head.ExpireTime;

    /// <summary>The keys.</summary>
    public IReadOnlyList<TrustedKey> Keys { get; }

    internal KeyRing Ring { get; }

    /// <summary>Writes and signs a list.</summary>
    /// <param name="number">Higher than that of the list before.</param>
    /// <param name="issueTime">From when it is; whole seconds.</param>
    /// <param name="expireTime">Until when it may be used; whole seconds.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="root">One of the roots.</param>
    /// <exception cref="ArgumentException">It ends before it begins, has no key or one that verifiers do not take, or
    /// its number is negative.</exception>
    public static byte[] Sign(
        long number, DateTimeOffset issueTime, DateTimeOffset expireTime, IReadOnlyList<TrustedKey> keys,
        IClearanceSigner root)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(root);
        if (keys.Count == 0)
            throw new ArgumentException("A trust list has a key.", nameof(keys));
        var file = SignedList.Sign(
            Type, ClaimNames.TrustList, new ListHead(number, issueTime, expireTime),
            writer => WriteKeys(writer, keys), root);
        try
        {
            Read(file, [root.PublicKey]);
        }
        catch (InvalidDataException e)
        {
            throw new ArgumentException("The keys are not of the form that verifiers take.", nameof(keys), e);
        }
        return file;
    }

    /// <summary>Reads a list. Whether it may still be used is for whoever uses it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="pinnedRoots">Public keys of the roots: SubjectPublicKeyInfo, DER.</param>
    /// <exception cref="InvalidDataException">It is none, is not signed by a root, or a key in it is none on P-256.
    /// </exception>
    /// <exception cref="CryptographicException">The pinned root that it names is no public key.</exception>
    /// <exception cref="ArgumentException">The pinned root that it names is on another curve.</exception>
    public static TrustList Read(ReadOnlyMemory<byte> file, IReadOnlyList<ReadOnlyMemory<byte>> pinnedRoots)
    {
        ArgumentNullException.ThrowIfNull(pinnedRoots);
        var signed = SignedList.ReadEnvelope(file, Type);
        var isPinned = pinnedRoots.Any(root =>
            KeyId.Of(root.Span) == signed.KeyId && EcdsaKey.Read(root.Span).Verifies(signed));
        if (!isPinned)
            throw new InvalidDataException("The trust list is not signed by one of the pinned roots.");

        try
        {
            return SignedList.Read(
                signed, ClaimNames.TrustList, (head, reader) => new TrustList(head, ReadKeys(reader)));
        }
        catch (CryptographicException e)
        {
            throw new InvalidDataException("A key of the trust list is none.", e);
        }
    }

    /// <summary>Whether this list may take the place of one that is kept: its number does not go back.</summary>
    public bool CanReplace(TrustList kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return _head.CanReplace(kept._head);
    }

    private static void WriteKeys(CborWriter writer, IReadOnlyList<TrustedKey> keys)
    {
        writer.WriteStartArray(keys.Count);
        foreach (var key in keys)
        {
            writer.WriteStartMap(4);
            writer.WriteInt32(ClaimNames.KeyUses);
            writer.WriteInt32((int)key.Uses);
            writer.WriteInt32(ClaimNames.KeyPublic);
            writer.WriteByteString(key.PublicKey.Span);
            writer.WriteInt32(ClaimNames.KeyNotBefore);
            writer.WriteSeconds(key.NotBefore);
            writer.WriteInt32(ClaimNames.KeyNotAfter);
            writer.WriteSeconds(key.NotAfter);
            writer.WriteEndMap();
        }
        writer.WriteEndArray();
    }

    private static List<TrustedKey> ReadKeys(CborReader reader)
    {
        var keys = new List<TrustedKey>();
        for (var count = reader.ReadStartArray() ?? 0; count > 0; count--)
        {
            reader.ReadMap(4, 4);
            reader.ReadKey(ClaimNames.KeyUses);
            var uses = (KeyUses)reader.ReadInt32();
            if (uses is < KeyUses.Certificates or > (KeyUses.Certificates | KeyUses.RevocationLists))
                throw new FormatException("A use that is not known.");
            reader.ReadKey(ClaimNames.KeyPublic);
            var publicKey = reader.ReadByteString();
            reader.ReadKey(ClaimNames.KeyNotBefore);
            var notBefore = reader.ReadSeconds();
            reader.ReadKey(ClaimNames.KeyNotAfter);
            keys.Add(new TrustedKey(uses, publicKey, notBefore, reader.ReadSeconds()));
            reader.ReadEndMap();
        }
        reader.ReadEndArray();
        return keys.Count > 0 ? keys : throw new FormatException("A trust list without a key.");
    }
}
