namespace Gateway.Server.Pki;

/// <summary>What a certificate or list is for.</summary>
internal enum PkiItemKind
{
    /// <summary>TLS server certificate.</summary>
    Server,

    /// <summary>Certificate that answers are signed with.</summary>
    Signing,

    /// <summary>Certificate of clearance codes and their revocation lists.</summary>
    ClearanceSigning,

    /// <summary>Certificate of the traffic units.</summary>
    UnitEncryption,

    /// <summary>Root of trust lists.</summary>
    ClearanceRoot,

    /// <summary>Trust list of verifiers.</summary>
    TrustList,

    /// <summary>Authority whose callers may connect.</summary>
    ClientAuthority,

    /// <summary>Revocation list of such an authority.</summary>
    RevocationList,
}

/// <summary>How long something is good.</summary>
internal enum PkiItemState
{
    /// <summary>It is, for some time.</summary>
    Good,

    /// <summary>Announced, and not used yet.</summary>
    Announced,

    /// <summary>It ends soon, or a newer one is due soon.</summary>
    Ending,

    /// <summary>A newer revocation list is overdue; its authority's callers are served for a while yet.</summary>
    Overdue,

    /// <summary>It is good no more.</summary>
    Ended,
}

/// <summary>One certificate or list in force.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">Whose it is: its subject, an authority's name, or the trust list's number.</param>
/// <param name="Sha256">SHA-256 of the certificate, lower-case hex; empty for a list.</param>
/// <param name="NotBefore">From when it is good.</param>
/// <param name="NotAfter">Until when; for a list, when the next one is due.</param>
/// <param name="DaysLeft">Until then; less than zero afterwards.</param>
/// <param name="State">How that stands.</param>
/// <param name="Detail">What else there is to say; empty where there is nothing.</param>
internal sealed record PkiItem(
    PkiItemKind Kind, string Name, string Sha256, DateTimeOffset NotBefore, DateTimeOffset NotAfter, double DaysLeft,
    PkiItemState State, string Detail);

/// <summary>All that is in force, and whether the files are.</summary>
/// <param name="Time">As of when.</param>
/// <param name="Items">Certificates and lists.</param>
/// <param name="Parts">How the files of each part stand.</param>
internal sealed record PkiStatus(
    DateTimeOffset Time, IReadOnlyList<PkiItem> Items, IReadOnlyList<PartState> Parts)
{
    /// <summary>What somebody has to see to, for people.</summary>
    public IEnumerable<string> Troubles =>
    [
        .. Parts.Where(part => part.Kind == PartStateKind.Refused).Select(part => $"{part.Part} refused: {part.Detail}"),
        .. Items.Where(item => item.State > PkiItemState.Announced).Select(Describe),
    ];

    /// <summary>An item in words.</summary>
    public static string Describe(PkiItem item) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{item.Kind} {item.Name} {item.State}, {item.NotAfter:yyyy-MM-dd HH:mm}Z{(item.Detail.Length > 0 ? ", " : "")}{item.Detail}");
}
