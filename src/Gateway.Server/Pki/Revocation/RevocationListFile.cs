using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gateway.Server.Pki;

/// <summary>Reads files with revocation lists: one in DER, or any number in PEM (RFC 7468, section 6).</summary>
internal static class RevocationListFile
{
    private const string Label = "X509 CRL";
    private const byte Sequence = 0x30;

    /// <summary>The lists of a file.</summary>
    /// <param name="files">The files.</param>
    /// <param name="file">Its name.</param>
    /// <param name="authorities">Whose lists may be in it.</param>
    /// <param name="now">The time.</param>
    /// <param name="notes">Told of what is left out.</param>
    /// <exception cref="InvalidDataException">It is missing, cut off, or a list in it is wrong.</exception>
    public static IReadOnlyList<CallerRevocationList> Load(
        FileSnapshot files, string file, IReadOnlyList<X509Certificate2> authorities, DateTimeOffset now,
        ICollection<string> notes)
    {
        try
        {
            var reader = new RevocationListReader(authorities, now);
            var lists = new List<CallerRevocationList>();
            foreach (var der in Split(files.Bytes(file)))
            {
                if (reader.Read(der) is { } list)
                    lists.Add(list);
                else
                    notes.Add($"'{files.PathOf(file)}' has a delta list, which is not used");
            }

            return lists;
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith('\''))
        {
            throw new InvalidDataException($"'{files.PathOf(file)}' cannot be used: {e.Message}", e);
        }
    }

    private static List<byte[]> Split(ReadOnlyMemory<byte> content)
    {
        if (content.Length > 0 && content.Span[0] == Sequence)
            return [content.ToArray()];

        var text = Encoding.UTF8.GetString(content.Span);
        var lists = new List<byte[]>();
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
        {
            if (rest[found.Label].SequenceEqual(Label))
                lists.Add(Convert.FromBase64String(rest[found.Base64Data].ToString()));
        }

        if (lists.Count == 0)
            throw new InvalidDataException("it holds no revocation list.");
        return lists.Count == text.Split($"-----BEGIN {Label}-----").Length - 1
            ? lists
            : throw new InvalidDataException("one of its lists is cut off.");
    }
}
