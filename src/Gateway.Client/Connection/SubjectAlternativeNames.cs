using System.Formats.Asn1;

namespace Gateway.Client.Connection;

/// <summary>Reads the extension <c>subjectAltName</c> (RFC 5280, section 4.2.1.6).</summary>
internal static class SubjectAlternativeNames
{
    private static readonly Asn1Tag Uri = new(TagClass.ContextSpecific, 6);

    /// <summary>Its names of the kind <c>uniformResourceIdentifier</c>.</summary>
    public static IEnumerable<string> Uris(byte[] extension)
    {
        var names = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        while (names.HasData)
        {
            if (names.PeekTag().HasSameClassAndValue(Uri))
                yield return names.ReadCharacterString(UniversalTagNumber.IA5String, Uri);
            else
                names.ReadEncodedValue();
        }
    }
}
