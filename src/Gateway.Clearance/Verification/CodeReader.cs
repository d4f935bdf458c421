namespace Gateway.Clearance;

/// <summary>Takes the text of a code apart, down to the signed message. Thread-safe.</summary>
internal static class CodeReader
{
    /// <summary>The signed message; null where the text is not of its one form.</summary>
    public static CoseSign1? Read(string? text, out ClearanceReason fault)
    {
        fault = TextFault(text, out var bytes);
        if (fault != ClearanceReason.None || (fault = FormFault(CborForm.Check(bytes))) != ClearanceReason.None)
            return null;
        var signed = CoseSign1.Read(bytes, type: null, out fault);
        if (signed is null)
            return null;

        fault = FormFault(CborForm.Check(signed.Payload));
        if (fault == ClearanceReason.NotCbor)
            fault = ClearanceReason.ClaimsWrong;
        return fault == ClearanceReason.None ? signed : null;
    }

    /// <summary>The verdict on a text of which this is wrong.</summary>
    public static ClearanceVerdict VerdictOf(ClearanceReason fault) => fault switch
    {
        ClearanceReason.PrefixMissing or ClearanceReason.TooLong or ClearanceReason.NotBase45
            or ClearanceReason.NotCbor => ClearanceVerdict.NotACertificate,
        _ => ClearanceVerdict.Forged,
    };

    private static ClearanceReason TextFault(string? text, out byte[] bytes)
    {
        bytes = [];
        if (text is null || !text.StartsWith(ClearanceCredential.Prefix, StringComparison.Ordinal))
            return ClearanceReason.PrefixMissing;
        if (text.Length > ClearanceCredential.MaxChars)
            return ClearanceReason.TooLong;
        return Base45.TryDecode(text.AsSpan(ClearanceCredential.Prefix.Length), out bytes)
            ? ClearanceReason.None
            : ClearanceReason.NotBase45;
    }

    private static ClearanceReason FormFault(CborFault fault) => fault switch
    {
        CborFault.None => ClearanceReason.None,
        CborFault.Malformed => ClearanceReason.NotCbor,
        CborFault.TrailingBytes => ClearanceReason.TrailingBytes,
        CborFault.DuplicateKeys => ClearanceReason.DuplicateKeys,
        _ => ClearanceReason.NotCanonical,
    };
}
