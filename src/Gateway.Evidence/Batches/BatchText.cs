using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Gateway.Evidence;

/// <summary>The text of a batch: lines, each ended by LF.</summary>
internal static class BatchText
{
    /// <summary>Longest text, in bytes.</summary>
    internal const int MaxBytes =
        HeadLength + LogOrigin.MaxLength + SizeDigits + RootLength + LineEnds + (Batch.MaxEntries * (EntryLength + 1));

    private const int HeadLength = 24;
    private const int SizeDigits = 19;
    private const int RootLength = 44;
    private const int EntryLength = 2 * Hex.DigestBytes;
    private const int LineEnds = 4;

    internal static byte[] Write(Batch batch)
    {
        Check(batch);
        Span<byte> head = stackalloc byte[HeadLength + LogOrigin.MaxLength + SizeDigits + RootLength + LineEnds];
        var length = WriteHead(batch, head);
        var text = new byte[length + (batch.Entries.Count * (EntryLength + 1))];
        head[..length].CopyTo(text);
        foreach (var entry in batch.Entries)
        {
            Convert.TryToHexStringLower(entry, text.AsSpan(length), out _);
            text[length + EntryLength] = (byte)'\n';
            length += EntryLength + 1;
        }

        return text;
    }

    internal static Batch Parse(ReadOnlySpan<byte> text)
    {
        var rest = text;
        Require(TakeLine(ref rest).SequenceEqual("traffic-gateway-batch/v1"u8), "its first line is another");
        var origin = Encoding.Latin1.GetString(TakeLine(ref rest));
        Require(
            long.TryParse(TakeLine(ref rest), NumberStyles.None, CultureInfo.InvariantCulture, out var size),
            "its size is not a number");
        var root = Root(TakeLine(ref rest));
        var batch = new Batch { Origin = origin, Size = size, Root = root, Entries = Entries(rest) };
        Require(text.SequenceEqual(Write(batch)), "it is not written canonically");
        return batch;
    }

    private static int WriteHead(Batch batch, Span<byte> head)
    {
        var length = Encoding.ASCII.GetBytes(Batch.Type, head);
        head[length++] = (byte)'\n';
        length += Encoding.ASCII.GetBytes(batch.Origin, head[length..]);
        head[length++] = (byte)'\n';
        batch.Size.TryFormat(head[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        head[length++] = (byte)'\n';
        Base64.EncodeToUtf8(batch.Root, head[length..], out _, out var written);
        length += written;
        head[length++] = (byte)'\n';
        return length;
    }

    private static byte[] Root(ReadOnlySpan<byte> line)
    {
        var root = new byte[Hex.DigestBytes];
        Require(
            line.Length == RootLength
            && Base64.DecodeFromUtf8(line, root, out _, out var written) == OperationStatus.Done
            && written == root.Length,
            "its root is not 32 bytes in base64");
        return root;
    }

    private static byte[][] Entries(ReadOnlySpan<byte> lines)
    {
        const int LineLength = EntryLength + 1;
        var count = lines.Length / LineLength;
        Require(lines.Length % LineLength == 0 && count is >= 1 and <= Batch.MaxEntries, "it has not 1 to 16 digests");
        var entries = new byte[count][];
        for (var index = 0; index < count; index++)
        {
            entries[index] = new byte[Hex.DigestBytes];
            var line = lines.Slice(index * LineLength, EntryLength);
            Require(
                Convert.FromHexString(line, entries[index], out _, out _) == OperationStatus.Done,
                "a digest is not hex");
        }

        return entries;
    }

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        Require(end >= 0, "a line is missing");
        var line = rest[..end];
        rest = rest[(end + 1)..];
        return line;
    }

    private static void Check(Batch batch)
    {
        Require(LogOrigin.IsValid(batch.Origin), "its origin is not that of a log");
        Require(batch.Root is { Length: Hex.DigestBytes }, "its root is not 32 bytes");
        Require(batch.Entries is { Count: >= 1 and <= Batch.MaxEntries }, "it has not 1 to 16 digests");
        Require(batch.Size >= batch.Entries.Count, "its size is less than what it adds");
        foreach (var entry in batch.Entries)
            Require(entry is { Length: Hex.DigestBytes }, "a digest is not 32 bytes");
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw new EvidenceException(EvidenceCheck.BatchCanonical, $"Batch refused: {problem}.");
    }
}
