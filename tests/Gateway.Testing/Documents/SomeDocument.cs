using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gateway.Testing;

/// <summary>Small files as citizens bring them. The note makes each content another one.</summary>
internal static class SomeDocument
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A PDF of one empty page, with a table of cross-references.</summary>
    /// <param name="note">Stands in it as a comment.</param>
    /// <param name="trailer">More of the trailer's dictionary.</param>
    public static byte[] Pdf(string note = "a note", string trailer = "")
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ];
        var text = new StringBuilder($"%PDF-1.7\n%{note}\n");
        var offsets = new StringBuilder();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Append(null, $"{text.Length:D10} 00000 n \n");
            text.Append(null, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(null, $"xref\n0 4\n0000000000 65535 f \n{offsets}");
        text.Append(null, $"trailer\n<< /Size 4 /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>A PDF whose cross-references are a stream.</summary>
    /// <param name="entries">More of the stream's dictionary.</param>
    public static byte[] PdfWithStream(string entries = "")
    {
        const string Head = "%PDF-2.0\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
        var text = $"{Head}2 0 obj\n<< /Type /XRef /Size 3 /W [1 2 1] /Length 12 {entries} >>\nstream\n"
            + $"000000000000\nendstream\nendobj\nstartxref\n{Head.Length}\n%%EOF";
        return Encoding.ASCII.GetBytes(text);
    }

    /// <summary>A JPEG with a restart marker and a stuffed byte in its scan.</summary>
    public static byte[] Jpeg(string note = "a note", ushort width = 8, ushort height = 8) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(note)),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, .. BigEndian(height), .. BigEndian(width), 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, .. new byte[15], 1, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
    ];

    /// <summary>A grey PNG.</summary>
    public static byte[] Png(string note = "a note", int width = 8, int height = 8) =>
    [
        .. PngSignature,
        .. PngChunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 0, 0, 0, 0]),
        .. PngChunk("tEXt", Encoding.ASCII.GetBytes($"Comment\0{note}")),
        .. PngChunk("IDAT", Deflated(new byte[8 * 9])),
        .. PngChunk("IEND", []),
    ];

    /// <summary>A chunk of a PNG file with its checksum.</summary>
    public static byte[] PngChunk(string type, byte[] data)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        var crc = uint.MaxValue;
        foreach (var value in checkedPart)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB8_8320);
        }

        return [.. BigEndian(data.Length), .. checkedPart, .. BigEndian(unchecked((int)~crc))];
    }

    /// <summary>A segment of a JPEG file.</summary>
    public static byte[] Segment(byte marker, byte[] data) =>
        [0xFF, marker, .. BigEndian((ushort)(data.Length + 2)), .. data];

    private static byte[] Deflated(byte[] data)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal))
            zlib.Write(data);
        return output.ToArray();
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] BigEndian(ushort value) => [(byte)(value >> 8), (byte)(value & 0xFF)];
}
