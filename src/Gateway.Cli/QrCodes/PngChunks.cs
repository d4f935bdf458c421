using System.Buffers.Binary;

namespace Gateway.Cli.QrCodes;

/// <summary>What stands in a PNG file (ISO/IEC 15948), as far as a still picture needs it.</summary>
internal sealed class PngChunks
{
    private const int HeaderBytes = 13;
    private const int ChunkOverhead = 12;

    private PngChunks(ReadOnlySpan<byte> header)
    {
        Width = BinaryPrimitives.ReadUInt32BigEndian(header);
        Height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        (BitDepth, ColourType) = (header[8], header[9]);
        if (header[12] != 0)
            throw new InvalidDataException("it is interlaced; save it without that.");
    }

    /// <summary>The first bytes of every such file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Columns.</summary>
    public uint Width { get; }

    /// <summary>Rows.</summary>
    public uint Height { get; }

    /// <summary>Bits of a sample.</summary>
    public int BitDepth { get; }

    /// <summary>0 grey, 2 colours, 3 a palette's index, 4 grey and alpha, 6 colours and alpha.</summary>
    public int ColourType { get; }

    /// <summary>Red, green and blue of each index; empty where there is no palette.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>Alpha of the first indexes; empty where there is none, or it is told otherwise.</summary>
    public byte[] PaletteAlpha { get; private set; } = [];

    /// <summary>The rows, compressed.</summary>
    public MemoryStream Data { get; } = new();

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or interlaced.</exception>
    public static PngChunks Read(ReadOnlySpan<byte> file)
    {
        PngChunks? chunks = null;
        for (var rest = file[Signature.Length..]; rest.Length >= ChunkOverhead;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkOverhead)
                break;
            var type = rest.Slice(4, 4);
            var data = rest.Slice(8, (int)length);
            rest = rest[(ChunkOverhead + (int)length)..];
            if (chunks is null)
                chunks = type.SequenceEqual("IHDR"u8) && length == HeaderBytes ? new PngChunks(data) : throw Damaged();
            else if (type.SequenceEqual("IEND"u8))
                break;
            else
                chunks.Take(type, data);
        }

        if (chunks is null)
            throw Damaged();
        chunks.Data.Position = 0;
        return chunks;
    }

    private void Take(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        if (type.SequenceEqual("IDAT"u8))
            Data.Write(data);
        else if (type.SequenceEqual("PLTE"u8))
            Palette = data.ToArray();
        else if (type.SequenceEqual("tRNS"u8) && ColourType == 3)
            PaletteAlpha = data.ToArray();
    }

    private static InvalidDataException Damaged() => new("it is damaged.");
}
