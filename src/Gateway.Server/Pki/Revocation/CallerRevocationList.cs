using System.Numerics;

namespace Gateway.Server.Pki;

/// <summary>A revocation list that was checked (RFC 5280, section 5), prepared for look-ups. Immutable.</summary>
internal sealed record CallerRevocationList
{
    private readonly HashSet<string> _serials;

    /// <summary>Takes the serial numbers, hex.</summary>
    public CallerRevocationList(IEnumerable<string> serials) =>
        _serials = serials.Select(Normal).ToHashSet(StringComparer.Ordinal);

    /// <summary>The authority whose list it is.</summary>
    public required string AuthorityId { get; init; }

    /// <summary>Its name, for people.</summary>
    public required string Issuer { get; init; }

    /// <summary>Number of the list. It never goes back.</summary>
    public required BigInteger Number { get; init; }

    /// <summary>From when it is.</summary>
    public required DateTimeOffset ThisUpdate { get; init; }

    /// <summary>When a newer one is due.</summary>
    public required DateTimeOffset NextUpdate { get; init; }

    /// <summary>How many certificates it revokes.</summary>
    public int Count => _serials.Count;

    /// <summary>Whether it revokes a certificate of its authority.</summary>
    /// <param name="serial">The serial number, hex.</param>
    public bool Revokes(string serial) => _serials.Contains(Normal(serial));

    private static string Normal(string serial) => serial.TrimStart('0').ToUpperInvariant();
}
