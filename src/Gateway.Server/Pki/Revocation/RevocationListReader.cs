using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace Gateway.Server.Pki;

/// <summary>
/// Checks the revocation lists of authorities (RFC 5280, sections 5 and 6.3): signature, issuer, dates, and that each is
/// a whole list of one authority.
/// </summary>
internal sealed class RevocationListReader(IReadOnlyList<X509Certificate2> authorities, DateTimeOffset now)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    // Those of RFC 5758, RFC 4055 and RFC 8410; SHA-1 and older are not among them.
    private static readonly HashSet<string> Algorithms =
    [
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4", "1.2.840.113549.1.1.11",
        "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", "1.2.840.113549.1.1.10", "1.3.101.112",
    ];

    /// <summary>Checks a list.</summary>
    /// <param name="der">The list, DER.</param>
    /// <returns>The list; null for a delta list, which is not used.</returns>
    /// <exception cref="InvalidDataException">It says what is wrong with it.</exception>
    public CallerRevocationList? Read(byte[] der)
    {
        try
        {
            var list = new X509Crl(CertificateList.GetInstance(Asn1Object.FromByteArray(der)));
            var authority = SignerOf(list);
            if (list.GetExtensionValue(X509Extensions.DeltaCrlIndicator) is not null)
                return null;
            CheckForm(list);
            return Prepare(list, authority);
        }
        catch (Exception e) when (e is GeneralSecurityException or IOException or ArgumentException or FormatException
            or InvalidOperationException or Asn1Exception)
        {
            throw new InvalidDataException($"it is no revocation list: {e.Message}", e);
        }
    }

    private X509Certificate2 SignerOf(X509Crl list)
    {
        if (!Algorithms.Contains(list.SigAlgOid))
            throw new InvalidDataException($"its signature algorithm {list.SigAlgOid} is not taken.");
        var issuer = list.IssuerDN.GetEncoded();
        var named = authorities.Where(one => one.SubjectName.RawData.AsSpan().SequenceEqual(issuer)).ToList();
        if (named.Count == 0)
            throw new InvalidDataException($"'{list.IssuerDN}' issued it, which is not one of these authorities.");
        return named.Find(one => Verifies(list, one))
            ?? throw new InvalidDataException($"its signature is not that of '{list.IssuerDN}'.");
    }

    private static bool Verifies(X509Crl list, X509Certificate2 authority)
    {
        var usage = authority.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        if (usage is not null && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign))
            return false;
        try
        {
            list.Verify(PublicKeyFactory.CreateKey(authority.PublicKey.ExportSubjectPublicKeyInfo()));
            return true;
        }
        catch (GeneralSecurityException)
        {
            return false;
        }
    }

    private void CheckForm(X509Crl list)
    {
        // A list of a part of the certificates, or of another's, has an extension that says so, and is critical.
        if (list.GetCriticalExtensionOids() is { Count: > 0 } critical)
            throw new InvalidDataException($"its critical extension {critical.First()} is not known here.");
        if (list.NextUpdate is not { } next)
            throw new InvalidDataException("it does not say when the next one is due.");
        if (list.ThisUpdate.ToUniversalTime() - ClockSkew > now.UtcDateTime)
            throw new InvalidDataException($"it is from {list.ThisUpdate.ToUniversalTime():u}, which is to come.");
        if (next <= list.ThisUpdate)
            throw new InvalidDataException("the next one is due before it.");
    }

    private static CallerRevocationList Prepare(X509Crl list, X509Certificate2 authority) => new(Serials(list))
    {
        AuthorityId = Pki.AuthorityId.Of(authority),
        Issuer = authority.Subject,
        Number = NumberOf(list),
        ThisUpdate = new DateTimeOffset(list.ThisUpdate.ToUniversalTime()),
        NextUpdate = new DateTimeOffset(list.NextUpdate!.Value.ToUniversalTime()),
    };

    private static BigInteger NumberOf(X509Crl list)
    {
        var extension = list.GetExtensionValue(X509Extensions.CrlNumber)
            ?? throw new InvalidDataException("it has no number, so nobody could tell an older one from it.");
        var number = DerInteger.GetInstance(Asn1Object.FromByteArray(extension.GetOctets()));
        return new BigInteger(number.PositiveValue.ToByteArrayUnsigned(), isUnsigned: true, isBigEndian: true);
    }

    private static IEnumerable<string> Serials(X509Crl list)
    {
        foreach (var entry in list.CertificateList.GetRevokedCertificateEnumeration())
        {
            if (entry.Extensions?.GetCriticalExtensionOids() is { Length: > 0 } critical)
                throw new InvalidDataException($"an entry's critical extension {critical[0]} is not known here.");
            yield return Convert.ToHexString(entry.UserCertificate.Value.ToByteArrayUnsigned());
        }
    }
}
