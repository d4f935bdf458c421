namespace Gateway.Clearance;

/// <summary>
/// Keys under their identifiers. An identifier is eight bytes, so several keys may share one: all of them are tried.
/// Immutable, thread-safe.
/// </summary>
/// <param name="keys">The keys.</param>
/// <param name="idOf">The identifier of a key.</param>
/// <exception cref="System.Security.Cryptography.CryptographicException">One of them is none.</exception>
/// <exception cref="ArgumentException">One of them is on another curve.</exception>
internal sealed class KeyRing(IEnumerable<TrustedKey> keys, Func<TrustedKey, KeyId> idOf)
{
    private readonly ILookup<KeyId, (TrustedKey Key, EcdsaKey Verifier)> _keys =
        keys.ToLookup(idOf, key => (key, EcdsaKey.Read(key.PublicKey.Span)));

    /// <summary>Whether a key has this identifier and may sign such things.</summary>
    public bool Knows(KeyId id, KeyUses use) => _keys[id].Any(known => (known.Key.Uses & use) != 0);

    /// <summary>The keys that may sign such things and signed this.</summary>
    public List<TrustedKey> SignersOf(CoseSign1 signed, KeyUses use) =>
    [
        .. _keys[signed.KeyId]
            .Where(known => (known.Key.Uses & use) != 0 && known.Verifier.Verifies(signed))
            .Select(known => known.Key),
    ];
}
