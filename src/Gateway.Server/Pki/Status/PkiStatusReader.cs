using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>Tells what is in force, and for how long. Thread-safe.</summary>
internal sealed class PkiStatusReader(PkiInForce inForce, PkiSource source, PkiOptions options, TimeProvider time)
{
    private static readonly TimeSpan ListNotice = TimeSpan.FromHours(24);

    /// <summary>All of it, as of now.</summary>
    public PkiStatus Read()
    {
        using var use = inForce.Use();
        var pki = use.Pki;
        var now = time.GetUtcNow();
        var units = pki.Clearance.Units;
        return new PkiStatus(
            now,
            [
                Of(PkiItemKind.Server, pki.Server.Certificate, now),
                .. Of(PkiItemKind.Signing, pki.Signing.Signers.Map(signer => signer.Certificate), now),
                .. Of(PkiItemKind.ClearanceSigning, pki.Clearance.Signing.Map(key => key.Certificate), now),
                .. units is null ? [] : Of(PkiItemKind.UnitEncryption, units.Map(key => key.Certificate), now),
                .. pki.Clearance.Roots.Select(root => Of(PkiItemKind.ClearanceRoot, root, now)),
                OfTrustList(pki.Clearance.TrustList, now),
                .. pki.Callers.Authorities.Certificates.Select(one => Of(PkiItemKind.ClientAuthority, one, now)),
                .. pki.Callers.Lists.All.Select(list => Of(list, now)),
                .. pki.Callers.Lists.Unlisted.Select(name => Missing(name, now)),
            ],
            source.States);
    }

    private IEnumerable<PkiItem> Of(PkiItemKind kind, Scheduled<X509Certificate2> keys, DateTimeOffset now)
    {
        var inUse = keys.At(now);
        yield return Of(kind, inUse, now);
        if (keys.Next is null || ReferenceEquals(keys.Next, inUse))
            yield break;
        var next = Of(kind, keys.Next, now);
        yield return next with
        {
            State = next.State == PkiItemState.Good ? PkiItemState.Announced : next.State,
            Detail = keys.From is { } from ? $"used from {from.ToUniversalTime():u} on" : "used from a moment to be set",
        };
    }

    private PkiItem Of(PkiItemKind kind, X509Certificate2 certificate, DateTimeOffset now) => Make(
        kind, certificate.Subject, certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
        new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter), now, options.ExpiryNotice);

    private PkiItem OfTrustList(Clearance.TrustList list, DateTimeOffset now) => Make(
        PkiItemKind.TrustList, $"number {list.Number}", "", list.IssueTime, list.ExpireTime, now, options.ExpiryNotice);

    private PkiItem Of(CallerRevocationList list, DateTimeOffset now)
    {
        var item = Make(
            PkiItemKind.RevocationList, list.Issuer, "", list.ThisUpdate, list.NextUpdate, now, ListNotice);
        var refusedFrom = list.NextUpdate + options.RevocationGrace;
        return item with
        {
            State = item.State != PkiItemState.Ended ? item.State
                : now < refusedFrom ? PkiItemState.Overdue
                : PkiItemState.Ended,
            Detail = $"number {list.Number}, {list.Count} revoked"
                + (now < list.NextUpdate ? "" : $", callers refused from {refusedFrom:yyyy-MM-dd HH:mm}Z on"),
        };
    }

    private static PkiItem Missing(string authority, DateTimeOffset now) => new(
        PkiItemKind.RevocationList, authority, "", now, now, 0, PkiItemState.Ending, "there is none of this authority");

    private static PkiItem Make(
        PkiItemKind kind, string name, string sha256, DateTimeOffset notBefore, DateTimeOffset notAfter,
        DateTimeOffset now, TimeSpan notice)
    {
        var left = notAfter - now;
        var state = left <= TimeSpan.Zero ? PkiItemState.Ended
            : left <= notice ? PkiItemState.Ending
            : PkiItemState.Good;
        return new PkiItem(
            kind, name, sha256, notBefore.ToUniversalTime(), notAfter.ToUniversalTime(), Math.Round(left.TotalDays, 2),
            state, "");
    }
}
