namespace Gateway.UnitTests.Clearances.Cose;

/// <summary>
/// Values of the COSE working group's examples, in hexadecimal: RFC 8152, appendices C.2.1 and C.3.1, and the examples
/// <c>p256-hkdf-256-01</c> and <c>-02</c> of its repository.
/// </summary>
internal static class CoseVectors
{
    /// <summary>What each of them signs or encrypts.</summary>
    public const string Content = "This is the content.";

    /// <summary>x of the key "11" that signs.</summary>
    public const string SignerX = "BAC5B11CAD8F99F9C72B05CF4B9E26D244DC189F745228255A219A86D6A09EFF";

    /// <summary>y of the key "11".</summary>
    public const string SignerY = "20138BF82DC1B6D562BE0FA54AB7804A3A64B6D72CCFED6B6FB6ED28BBFC117E";

    /// <summary>Signature of C.2.1; its protected header says ES256 and nothing else.</summary>
    public const string Signature =
        "8EB33E4CA31D1C465AB05AAC34CC6B23D58FEF5C083106C4D25A91AEF0B0117E2AF9A291AA32E14AB834DC56ED2A2234"
        + "44547E01F11D3B0916E5A4C345CACB36";

    /// <summary>What C.2.1 is signed over.</summary>
    public const string ToBeSigned =
        "846A5369676E61747572653143A101264054546869732069732074686520636F6E74656E742E";

    /// <summary>x of the recipient's key.</summary>
    public const string RecipientX = "65EDA5A12577C2BAE829437FE338701A10AAA375E1BB5B5DE108DE439C08551D";

    /// <summary>y of the recipient's key.</summary>
    public const string RecipientY = "1E52ED75701163F7F9E40DDF9F341B3DC9BA860AF7E0CA7CA7E9EECD0084D19C";

    /// <summary>The recipient's private key.</summary>
    public const string RecipientD = "AFF907C99F9AD3AAE6C4CDF21122BCE2BD68B5283E6907154AD911840FA208CF";

    /// <summary>p256-hkdf-256-01: A128GCM, the ephemeral key with both coordinates.</summary>
    public const string Hkdf256With128 =
        "D8608443A10101A1054CC9CF4DF2FE6C632BF788641358247ADBE2709CA818FB415F1E5DF66F4E1A51053BA6D65A1A0C"
        + "52A357DA7A644B8070A151B0818344A1013818A220A40102200121582098F50A4FF6C05861C8860D13A638EA56C3F5AD"
        + "7590BBFBF054E1C7B4D91D6280225820F01400B089867804B8E9FC96C3932161F1934F4223069170D924B7E03BF822BB"
        + "0458246D65726961646F632E6272616E64796275636B406275636B6C616E642E6578616D706C6540";

    /// <summary>p256-hkdf-256-02: A256GCM.</summary>
    public const string Hkdf256With256 =
        "D8608443A10103A1054CC9CF4DF2FE6C632BF788641358243E63CBB945790A3AAA7EBDA78779DFB31FF2EF54DD07C244"
        + "7A224B6828D3781749A76A4E818344A1013818A220A40102200121582098F50A4FF6C05861C8860D13A638EA56C3F5AD"
        + "7590BBFBF054E1C7B4D91D6280225820F01400B089867804B8E9FC96C3932161F1934F4223069170D924B7E03BF822BB"
        + "0458246D65726961646F632E6272616E64796275636B406275636B6C616E642E6578616D706C6540";

    /// <summary>C.3.1: A128GCM, the ephemeral key with the sign of y only.</summary>
    public const string Compressed =
        "D8608443A10101A1054CC9CF4DF2FE6C632BF788641358247ADBE2709CA818FB415F1E5DF66F4E1A51053BA6D65A1A0C"
        + "52A357DA7A644B8070A151B0818344A1013818A220A40102200121582098F50A4FF6C05861C8860D13A638EA56C3F5AD"
        + "7590BBFBF054E1C7B4D91D628022F50458246D65726961646F632E6272616E64796275636B406275636B6C616E642E65"
        + "78616D706C6540";

    /// <summary>COSE_KDF_Context of the first and the last.</summary>
    public const string ContextOf128 = "840183F6F6F683F6F6F682188044A1013818";

    /// <summary>COSE_KDF_Context of the second.</summary>
    public const string ContextOf256 = "840383F6F6F683F6F6F68219010044A1013818";

    /// <summary>Enc_structure of the first and the last.</summary>
    public const string AuthenticatedWith128 = "8367456E637279707443A1010140";
}
