using System.Collections.Frozen;
using System.Formats.Cbor;

namespace Gateway.Clearance;

/// <summary>Why a code no longer counts. The numbers are those of the file.</summary>
public enum RevokedAs
{
    /// <summary>Its certificate was revoked.</summary>
    Revoked = 1,

    /// <summary>Its certificate was printed again on another sheet.</summary>
    Superseded = 2,
}

/// <summary>
/// The codes that no longer count though their validity has not ended: a file that verifiers fetch and keep, signed by
/// a key of the trust list. Immutable, thread-safe.
/// </summary>
public sealed class RevocationList
{
    internal const string Type = "traffic-clearance-revocations";

    private readonly ListHead _head;
    private readonly FrozenDictionary<CredentialId, RevokedAs> _entries;

    private RevocationList(ListHead head, FrozenDictionary<CredentialId, RevokedAs> entries)
    {
        _head = head;
        _entries = entries;
    }

    /// <summary>Number of the list. It never goes back.</summary>
    public long Number => _head.Number;

    /// <summary>From when the list is.</summary>
    public DateTimeOffset IssueTime => _head.IssueTime;

    /// <summary>Until when it may be used.</summary>
    public DateTimeOffset ExpireTime => _head.ExpireTime;

    /// <summary>How many codes it has.</summary>
    public int Count => _entries.Count;

    /// <summary>Writes and signs a list.</summary>
    /// <param name="number">Not lower than that of the list before.</param>
    /// <param name="issueTime">From when it is; whole seconds.</param>
    /// <param name="expireTime">Until when it may be used; whole seconds.</param>
    /// <param name="entries">The codes, each once.</param>
    /// <param name="signer">A key that the trust list names for revocation lists.</param>
    /// <exception cref="ArgumentException">It ends before it begins, a code is there twice or for no known reason, or
    /// its number is negative.</exception>
    public static byte[] Sign(
        long number, DateTimeOffset issueTime, DateTimeOffset expireTime,
        IEnumerable<(CredentialId Id, RevokedAs As)> entries, IClearanceSigner signer)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(signer);
        var byId = entries.ToDictionary(entry => entry.Id, entry => entry.As);
        if (!byId.Values.All(Enum.IsDefined))
            throw new ArgumentException("A code is on the list for no known reason.", nameof(entries));
        return SignedList.Sign(
            Type, ClaimNames.RevocationList, new ListHead(number, issueTime, expireTime),
            writer => WriteEntries(writer, byId), signer);
    }

    /// <summary>Reads a list. Whether it may still be used is for whoever uses it.</summary>
    /// <exception cref="InvalidDataException">It is none, or is not signed by a key that the trust list names for
    /// revocation lists of that moment.</exception>
    public static RevocationList Read(ReadOnlyMemory<byte> file, TrustList trust)
    {
        ArgumentNullException.ThrowIfNull(trust);
        var signed = SignedList.ReadEnvelope(file, Type);
        var signers = trust.Ring.SignersOf(signed, KeyUses.RevocationLists);
        if (signers.Count == 0)
            throw new InvalidDataException("The revocation list is not signed by a key of the trust list.");

        var list = SignedList.Read(
            signed, ClaimNames.RevocationList, (head, reader) => new RevocationList(head, ReadEntries(reader)));
        return signers.Exists(key => key.IsValidAt(list.IssueTime))
            ? list
            : throw new InvalidDataException("The key of the revocation list was not valid at its time.");
    }

    /// <summary>Whether this list may take the place of one that is kept: its number does not go back.</summary>
    public bool CanReplace(RevocationList kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return _head.CanReplace(kept._head);
    }

    /// <summary>Why a code no longer counts; null where it is not on the list.</summary>
    public RevokedAs? Find(CredentialId id) => _entries.TryGetValue(id, out var entry) ? entry : null;

    // Identifiers are of one length, so their order in CBOR is that of their hexadecimal digits.
    private static void WriteEntries(CborWriter writer, Dictionary<CredentialId, RevokedAs> entries)
    {
        writer.WriteStartMap(entries.Count);
        foreach (var (id, state) in entries.OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal))
        {
            writer.WriteByteString(id.ToBytes());
            writer.WriteInt32((int)state);
        }
        writer.WriteEndMap();
    }

    private static FrozenDictionary<CredentialId, RevokedAs> ReadEntries(CborReader reader)
    {
        var entries = new Dictionary<CredentialId, RevokedAs>();
        for (var count = reader.ReadMap(0, int.MaxValue); count > 0; count--)
        {
            var id = CredentialId.FromBytes(reader.ReadBytes(CredentialId.Length));
            var state = (RevokedAs)reader.ReadInt32();
            if (!Enum.IsDefined(state))
                throw new FormatException("A state that is not known.");
            entries.Add(id, state);
        }
        reader.ReadEndMap();
        return entries.ToFrozenDictionary();
    }
}
