using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>The authorities of one setting, as their file has them.</summary>
/// <param name="Options">The setting.</param>
/// <param name="Certificates">The file's certificates.</param>
internal sealed record AuthorityBundle(ClientAuthorityOptions Options, IReadOnlyList<X509Certificate2> Certificates);

/// <summary>The revocation lists in force, by their authorities. Immutable, thread-safe.</summary>
internal sealed class RevocationLists
{
    private readonly Dictionary<string, CallerRevocationList> _lists = new(StringComparer.Ordinal);

    /// <summary>Takes lists; of several of one authority the one with the highest number.</summary>
    /// <param name="lists">The lists.</param>
    /// <param name="unlisted">Authorities that should have one and have none, for people.</param>
    public RevocationLists(IEnumerable<CallerRevocationList> lists, IReadOnlyList<string> unlisted)
    {
        Unlisted = unlisted;
        foreach (var list in lists)
        {
            if (!_lists.TryGetValue(list.AuthorityId, out var other) || other.Number < list.Number)
                _lists[list.AuthorityId] = list;
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<CallerRevocationList> All => _lists.Values;

    /// <summary>Authorities that should have one and have none, for people.</summary>
    public IReadOnlyList<string> Unlisted { get; }

    /// <summary>Reads the lists of all authorities.</summary>
    /// <exception cref="InvalidDataException">One cannot be used; the message says why.</exception>
    public static RevocationLists Load(
        FileSnapshot files, IReadOnlyList<AuthorityBundle> all, DateTimeOffset now, ICollection<string> notes)
    {
        var lists = new List<CallerRevocationList>();
        var unlisted = new List<string>();
        foreach (var (options, certificates) in all.Where(one => one.Options.RevocationList.Length > 0))
        {
            var found = RevocationListFile.Load(files, options.RevocationList, certificates, now, notes);
            lists.AddRange(found);
            unlisted.AddRange(certificates
                .Where(one => !found.Any(list => list.AuthorityId == AuthorityId.Of(one)))
                .Select(one => one.Subject));
        }

        return new RevocationLists(lists, unlisted);
    }

    /// <summary>Whether a certificate on a caller's way to its root is revoked.</summary>
    public bool Revoke(CallerChain chain) => chain.Issued.Any(issued =>
        _lists.GetValueOrDefault(issued.AuthorityId)?.Revokes(issued.Serial) == true);

    /// <summary>When the first of the lists on a caller's way to its root is due; the end of time where there is
    /// none.</summary>
    public DateTimeOffset DueTime(CallerChain chain) => chain.Issued
        .Select(issued => _lists.GetValueOrDefault(issued.AuthorityId)?.NextUpdate)
        .Min() ?? DateTimeOffset.MaxValue;
}
