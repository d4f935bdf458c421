using Gateway.Clearance;
using Gateway.Server.Pki;

namespace Gateway.Server.Clearances;

/// <summary>Holds signing keys to the trust list: what verifiers do not know, nobody could verify.</summary>
internal sealed class TrustedSigningKeys(TrustList trustList, PkiOptions options, TimeSpan validity)
{
    private const KeyUses Needed = KeyUses.Certificates | KeyUses.RevocationLists;

    /// <summary>
    /// Refuses a key in use that the list does not name for today, and one that takes another's place but is not named
    /// for certificates of before, which get new sheets under it.
    /// </summary>
    /// <exception cref="InvalidDataException">It says which.</exception>
    public void Check(Scheduled<ClearanceSigningKey> keys, ClearanceKeys? before, DateTimeOffset now)
    {
        var inUse = keys.At(now);
        if (!IsNamed(inUse, now))
            throw new InvalidDataException(
                $"'{options.TrustList}' does not name the key of '{options.ClearanceSigning}' for certificates and "
                + "revocation lists of today: nobody could verify what it signs.");
        if (before is not null && !IsSame(before.Signing.At(now), inUse))
            CheckReach(inUse, now);
        if (keys is { Next: { } next, From: { } from } && from > now)
            CheckReach(next, from);
    }

    private void CheckReach(ClearanceSigningKey key, DateTimeOffset from)
    {
        if (!IsNamed(key, from) || !IsNamed(key, from - validity))
            throw new InvalidDataException(
                $"'{options.TrustList}' does not name the key of '{key.Certificate.Subject}' from "
                + $"{from - validity:u} on, which it has to: sheets that are reprinted under it are of certificates "
                + "issued since.");
    }

    private bool IsNamed(ClearanceSigningKey signing, DateTimeOffset moment) => trustList.Keys.Any(key =>
        key.PublicKey.Span.SequenceEqual(signing.Signer.PublicKey.Span) && (key.Uses & Needed) == Needed
        && key.IsValidAt(moment));

    private static bool IsSame(ClearanceSigningKey one, ClearanceSigningKey other) =>
        one.Signer.PublicKey.Span.SequenceEqual(other.Signer.PublicKey.Span);
}
