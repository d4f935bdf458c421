using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gateway.Server.Callers;

/// <summary>Reads the names in a certificate's subjectAltName (RFC 5280, section 4.2.1.6).</summary>
internal static class CertificateNames
{
    private const string SubjectAlternativeName = "2.5.29.17";
    private static readonly Asn1Tag UriTag = new(TagClass.ContextSpecific, 6);

    /// <summary>
    /// The SPIFFE id, where the certificate has exactly one URI name and that is one (X509-SVID, section 2).
    /// </summary>
    public static SpiffeId? SpiffeIdOf(X509Certificate2 certificate)
    {
        try
        {
            var uris = Uris(certificate);
            return uris.Count == 1 && SpiffeId.TryParse(uris[0], out var id) ? id : null;
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static List<string> Uris(X509Certificate2 certificate)
    {
        var uris = new List<string>();
        foreach (var extension in certificate.Extensions.Where(e => e.Oid?.Value == SubjectAlternativeName))
        {
            var reader = new AsnReader(extension.RawData, AsnEncodingRules.DER);
            var names = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            while (names.HasData)
            {
                if (names.PeekTag().HasSameClassAndValue(UriTag))
                    uris.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, UriTag));
                else
                    names.ReadEncodedValue();
            }
        }

        return uris;
    }
}
