using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;
using Gateway.Testing.Pki;

namespace Gateway.Testing.Rotation;

/// <summary>One kind of rotation: brings other files in, and tells how to know that they are in force.</summary>
/// <param name="Name">What is rotated.</param>
/// <param name="Bring">Brings the files in; the number is another one each time.</param>
internal sealed record KeyRotation(string Name, Func<PkiFolder, int, Func<GatewayPki, bool>> Bring)
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<KeyRotation> All { get; } =
    [
        new("server certificate", (pki, _) =>
        {
            var made = Thumbprint(pki.MakeServer());
            pki.Bring("server.key", "server.pem");
            return now => now.Server.Certificate.Thumbprint == made;
        }),
        new("signing key", (pki, _) =>
        {
            var made = Thumbprint(pki.MakeSigning());
            pki.Bring("signing.pem", "signing.key");
            return now => now.Signing.Signers.Current.Certificate.Thumbprint == made;
        }),
        new("clearance key", (pki, _) =>
        {
            var made = Thumbprint(pki.MakeClearance());
            pki.Bring("trust-list.cbor", "clearance-signing.pem", "clearance-signing.key");
            return now => now.Clearance.Signing.Current.Certificate.Thumbprint == made;
        }),
        new("unit key", (pki, _) =>
        {
            var made = Thumbprint(pki.MakeUnit());
            pki.Bring("unit-encryption.pem");
            return now => now.Clearance.Units!.Current.Certificate.Thumbprint == made;
        }),
        new("trust list", (pki, _) =>
        {
            using var key = pki.Current("clearance-signing");
            var number = pki.MakeTrustList(TimeProvider.System.GetUtcNow().AddDays(-60), [key]);
            pki.Bring("trust-list.cbor");
            return now => now.Clearance.TrustList.Number == number;
        }),
        new("revocation list", (pki, _) =>
        {
            using var stranger = TestPki.Shared.KeyPair("counter-02");
            var number = pki.MakeRevocationList("postal-root", [stranger]);
            pki.Bring("postal-root.crl");
            return now => now.Callers.Lists.All.Any(list => list.Number == number);
        }),
        new("client authorities", (pki, number) =>
        {
            var made = pki.MakeRenewedRoot("postal-root", validDays: 4000 + number);
            pki.Bring("postal-root.pem");
            return now => now.Callers.Authorities.Certificates.Any(one => one.Thumbprint == made);
        }),
        new("access policy", (pki, number) =>
        {
            var denied = $"spiffe://post.gov.eg/branch/{10_000 + number}";
            pki.MakePolicy(policy => policy[..policy.IndexOf("\"denied\"", StringComparison.Ordinal)]
                + $"\"denied\": [ \"{denied}\" ] }}");
            pki.Bring("access-policy.json");
            return now => now.Callers.Policy.Denies(Id(denied));
        }),
    ];

    private static Server.Callers.SpiffeId Id(string text) =>
        Server.Callers.SpiffeId.TryParse(text, out var id) ? id : throw new FormatException(text);

    private static string Thumbprint(X509Certificate2 certificate)
    {
        using (certificate)
            return certificate.Thumbprint;
    }
}
