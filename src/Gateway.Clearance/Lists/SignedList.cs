using System.Formats.Cbor;

namespace Gateway.Clearance;

/// <summary>What both lists have in common.</summary>
/// <param name="Number">It never goes back.</param>
/// <param name="IssueTime">From when the list is.</param>
/// <param name="ExpireTime">Until when it may be used.</param>
internal readonly record struct ListHead(long Number, DateTimeOffset IssueTime, DateTimeOffset ExpireTime)
{
    /// <summary>Whether a list of this head may take the place of one with the other.</summary>
    public bool CanReplace(ListHead kept) =>
        Number > kept.Number || (Number == kept.Number && IssueTime >= kept.IssueTime);
}

/// <summary>
/// Files with a head and entries, signed: CWT claims, then a private claim with number and entries.
/// </summary>
internal static class SignedList
{
    /// <summary>
    /// Size of the largest file. A month of certificates that were all revoked takes less than half of it.
    /// </summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Writes and signs a list.</summary>
    /// <exception cref="ArgumentException">It ends before it begins, or its number is negative.</exception>
    public static byte[] Sign(
        string type, int claim, ListHead head, Action<CborWriter> writeEntries, IClearanceSigner signer)
    {
        if (head.ExpireTime <= head.IssueTime)
            throw new ArgumentException("A list ends after it begins.", nameof(head));
        ArgumentOutOfRangeException.ThrowIfNegative(head.Number);

        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(4);
        writer.WriteInt32(ClaimNames.Issuer);
        writer.WriteTextString(ClearanceClaims.Issuer);
        writer.WriteInt32(ClaimNames.ExpireTime);
        writer.WriteSeconds(head.ExpireTime);
        writer.WriteInt32(ClaimNames.IssueTime);
        writer.WriteSeconds(head.IssueTime);
        writer.WriteInt32(claim);
        writer.WriteStartMap(2);
        writer.WriteInt32(ClaimNames.ListNumber);
        writer.WriteInt64(head.Number);
        writer.WriteInt32(ClaimNames.ListEntries);
        writeEntries(writer);
        writer.WriteEndMap();
        writer.WriteEndMap();
        return CoseSign1.Sign(type, writer.Encode(), signer);
    }

    /// <summary>Reads the envelope of a list; neither its signature nor what it says is looked at.</summary>
    /// <exception cref="InvalidDataException">It is none of this type, or is too large.</exception>
    public static CoseSign1 ReadEnvelope(ReadOnlyMemory<byte> file, string type)
    {
        if (file.Length > MaxBytes)
            throw new InvalidDataException($"The file is no {Name(type)}: it has more than {MaxBytes} bytes.");
        if (CborForm.Check(file) is var fault and not CborFault.None)
            throw new InvalidDataException($"The file is no {Name(type)}: {Text(fault)}.");
        var signed = CoseSign1.Read(file, type, out _)
            ?? throw new InvalidDataException($"The file is no {Name(type)}.");
        return EcdsaSignature.IsLowS(signed.Signature.Span)
            ? signed
            : throw new InvalidDataException($"The {Name(type)} is not of its one form.");
    }

    /// <summary>Reads a list whose signature was verified.</summary>
    /// <exception cref="InvalidDataException">Its content is not of its form.</exception>
    public static T Read<T>(CoseSign1 signed, int claim, Func<ListHead, CborReader, T> readEntries)
    {
        if (CborForm.Check(signed.Payload) != CborFault.None)
            throw new InvalidDataException("The content of the list is not of its one form.");
        try
        {
            var reader = new CborReader(signed.Payload, CborConformanceMode.Canonical);
            reader.ReadMap(4, 4);
            reader.ReadKey(ClaimNames.Issuer);
            if (reader.ReadTextString() != ClearanceClaims.Issuer)
                throw new FormatException("Another issuer.");
            reader.ReadKey(ClaimNames.ExpireTime);
            var expireTime = reader.ReadSeconds();
            reader.ReadKey(ClaimNames.IssueTime);
            var issueTime = reader.ReadSeconds();
            reader.ReadKey(claim);
            reader.ReadMap(2, 2);
            reader.ReadKey(ClaimNames.ListNumber);
            var number = checked((long)reader.ReadUInt64());
            reader.ReadKey(ClaimNames.ListEntries);
            var list = readEntries(new ListHead(number, issueTime, expireTime), reader);
            reader.ReadEndMap();
            reader.ReadEndMap();
            return expireTime > issueTime ? list : throw new FormatException("It ends before it begins.");
        }
        catch (Exception e) when (CborForm.IsFault(e))
        {
            throw new InvalidDataException("The content of the list is not of its form.", e);
        }
    }

    private static string Name(string type) => type == TrustList.Type ? "trust list" : "revocation list";

    private static string Text(CborFault fault) => fault switch
    {
        CborFault.TrailingBytes => "bytes follow it",
        CborFault.DuplicateKeys => "a map has a key twice",
        CborFault.NotCanonical => "it is not in canonical form",
        _ => "it is no CBOR",
    };
}
