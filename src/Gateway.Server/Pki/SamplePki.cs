using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>
/// Makes the sample PKI of <c>certs-sample/README.md</c>: five roots, the gateway's own keys, one caller of each
/// kind, and a time-stamp authority. For Development and tests only.
/// </summary>
internal sealed class SamplePki(string directory, TimeProvider time)
{
    /// <summary>Organisational unit of every sample certificate, by which Production knows and refuses them.</summary>
    public const string Marker = "SAMPLE - NOT FOR PRODUCTION";

    private const string Post = "National Postal Authority";
    private const string Prosecution = "Public Prosecution - Traffic";
    private const string TimeKeeper = "Sample Time Keeper";
    private static readonly string[] CallerRoots = ["postal-root", "prosecution-root"];

    /// <summary>The sample callers: file name and SPIFFE id.</summary>
    public static IReadOnlyList<(string Name, string SpiffeId)> Callers { get; } =
    [
        ("branch-00001", "spiffe://post.gov.eg/branch/00001"),
        ("branch-00002", "spiffe://post.gov.eg/branch/00002"),
        ("hub", "spiffe://post.gov.eg/hub/central"),
        ("head-office", "spiffe://post.gov.eg/head-office/finance"),
        ("reviewer", "spiffe://ppo.gov.eg/review/reviewer-01"),
        ("auditor", "spiffe://ppo.gov.eg/audit/auditor-01"),
    ];

    /// <summary>Whether a certificate belongs to a sample PKI.</summary>
    public static bool Issued(X509Certificate2 certificate) =>
        certificate.Issuer.Contains(Marker, StringComparison.Ordinal)
            || certificate.Subject.Contains(Marker, StringComparison.Ordinal);

    /// <summary>Makes the PKI unless it is there. It appears as a whole or not at all.</summary>
    /// <returns>True where it was made.</returns>
    public bool EnsureExists()
    {
        if (Directory.Exists(directory))
            return EnsureLaterKeysExist();

        var making = directory + ".new";
        if (Directory.Exists(making))
            Directory.Delete(making, recursive: true);
        Directory.CreateDirectory(making);
        Make(making);
        Directory.Move(making, directory);
        return true;
    }

    private void Make(string folder)
    {
        var authority = new SampleAuthority(folder, time);
        using var serverRoot = authority.MakeRoot("server-root", "Sample Gateway Server Root", Prosecution);
        using var postalRoot = authority.MakeRoot("postal-root", "Sample Postal Callers Root", Post);
        using var prosecutionRoot = authority.MakeRoot(
            "prosecution-root", "Sample Prosecution Callers Root", Prosecution);
        using var signingRoot = authority.MakeRoot("signing-root", "Sample Response Signing Root", Prosecution);

        authority.MakeLeaf("server", "localhost", Prosecution, serverRoot, SampleProfile.Server);
        authority.MakeLeaf("signing", "Traffic Gateway Response Signing", Prosecution, signingRoot,
            SampleProfile.Signing);
        foreach (var (name, id) in Callers)
        {
            var postal = id.StartsWith("spiffe://post.", StringComparison.Ordinal);
            authority.MakeLeaf(name, name, postal ? Post : Prosecution, postal ? postalRoot : prosecutionRoot,
                SampleProfile.Caller(new Uri(id)));
        }
        new SampleClearancePki(folder, time).Make(signingRoot);
        MakeTimeStampAuthority(authority);
        MakeRevocationLists(folder);
    }

    // They revoke nobody yet.
    private void MakeRevocationLists(string folder)
    {
        foreach (var name in CallerRoots)
        {
            using var root = PemFiles.LoadKeyPair(folder, name);
            new SampleAuthority(folder, time).MakeRevocationList(name, root.Certificate, number: 1, revoked: []);
        }
    }

    // Its own root: a time stamp is worth something because another party gave it.
    private static void MakeTimeStampAuthority(SampleAuthority authority)
    {
        using var root = authority.MakeRoot("tsa-root", "Sample Time-Stamp Root", TimeKeeper);
        authority.MakeLeaf("tsa", "Sample Time-Stamp Authority", TimeKeeper, root, SampleProfile.TimeStamps);
    }

    // A folder of an earlier version has no keys for clearance certificates yet, none of a time-stamp authority, or no
    // revocation lists.
    private bool EnsureLaterKeysExist()
    {
        var clearance = new SampleClearancePki(directory, time);
        var hasClearance = clearance.Exists;
        if (!hasClearance)
        {
            using var signingRoot = PemFiles.LoadKeyPair(directory, "signing-root").Certificate;
            clearance.Make(signingRoot);
        }

        var hasAuthority = File.Exists(Path.Combine(directory, "tsa.key"));
        if (!hasAuthority)
            MakeTimeStampAuthority(new SampleAuthority(directory, time));
        var hasLists = CallerRoots.All(name => File.Exists(Path.Combine(directory, name + ".crl")));
        if (!hasLists)
            MakeRevocationLists(directory);
        return !hasClearance || !hasAuthority || !hasLists;
    }
}
