using System.Buffers.Binary;
using System.Text;

namespace Gateway.UnitTests.Clearances.Forging;

/// <summary>
/// A CBOR item that can be written in any form, right or wrong (RFC 8949, section 3). Shares no code with the library.
/// </summary>
internal sealed class RawItem
{
    private const int Indefinite = 31;

    private RawItem(int major) => Major = major;

    /// <summary>Major type, 0 to 7.</summary>
    public int Major { get; set; }

    /// <summary>A number, a tag's number or a simple value.</summary>
    public ulong Value { get; set; }

    /// <summary>What a string holds.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>Items of an array, keys and values of a map, what is tagged.</summary>
    public List<RawItem> Items { get; } = [];

    /// <summary>How many bytes of the head follow its first, at least: 0 (the shortest form), 1, 2, 4 or 8.</summary>
    public int HeadBytes { get; set; }

    /// <summary>Whether an array, map or string is written without its length.</summary>
    public bool IsIndefinite { get; set; }

    /// <summary>A number.</summary>
    public static RawItem Int(long value) =>
        value >= 0 ? new RawItem(0) { Value = (ulong)value } : new RawItem(1) { Value = (ulong)(-1 - value) };

    /// <summary>A byte string.</summary>
    public static RawItem Bytes(byte[] content) => new(2) { Content = content };

    /// <summary>A text.</summary>
    public static RawItem Text(string text) => new(3) { Content = Encoding.UTF8.GetBytes(text) };

    /// <summary>An array.</summary>
    public static RawItem Array(params RawItem[] items) => new RawItem(4).Containing(items);

    /// <summary>A map of keys and values in turn.</summary>
    public static RawItem Map(params RawItem[] keysAndValues) => new RawItem(5).Containing(keysAndValues);

    /// <summary>Something tagged.</summary>
    public static RawItem Tag(ulong number, RawItem item) => new RawItem(6) { Value = number }.Containing([item]);

    /// <summary>A simple value: 20 false, 21 true, 22 null.</summary>
    public static RawItem Simple(int value) => new(7) { Value = (ulong)value };

    /// <summary>Reads an item in its shortest form.</summary>
    public static RawItem Parse(ReadOnlySpan<byte> bytes)
    {
        var item = Parse(ref bytes);
        return bytes.IsEmpty ? item : throw new FormatException("Bytes follow the item.");
    }

    /// <summary>The value of a map under a key.</summary>
    public RawItem this[long key]
    {
        get => Items[IndexOf(key) + 1];
        set => Items[IndexOf(key) + 1] = value;
    }

    /// <summary>Puts a member into a map, behind those that sort before it.</summary>
    public void Add(long key, RawItem value)
    {
        var bytes = Int(key).Encode();
        var at = 0;
        while (at < Items.Count && Items[at].Encode().AsSpan().SequenceCompareTo(bytes) < 0)
            at += 2;
        Items.InsertRange(at, [Int(key), value]);
    }

    /// <summary>Takes a member out of a map.</summary>
    public void Remove(long key) => Items.RemoveRange(IndexOf(key), 2);

    /// <summary>The bytes.</summary>
    public byte[] Encode()
    {
        var bytes = new List<byte>();
        Encode(bytes);
        return [.. bytes];
    }

    private static RawItem Parse(ref ReadOnlySpan<byte> bytes)
    {
        var item = new RawItem(bytes[0] >> 5);
        var info = bytes[0] & 31;
        var length = info < 24 ? 0 : 1 << (info - 24);
        item.Value = length == 0 ? (ulong)info : 0;
        foreach (var b in bytes.Slice(1, length))
            item.Value = (item.Value << 8) | b;
        bytes = bytes[(1 + length)..];
        if (item.Major is 2 or 3)
        {
            item.Content = bytes[..(int)item.Value].ToArray();
            bytes = bytes[(int)item.Value..];
        }
        var items = item.Major switch { 4 => item.Value, 5 => item.Value * 2, 6 => 1ul, _ => 0ul };
        for (; items > 0; items--)
            item.Items.Add(Parse(ref bytes));
        return item;
    }

    private RawItem Containing(RawItem[] items)
    {
        Items.AddRange(items);
        return this;
    }

    private int IndexOf(long key)
    {
        var bytes = Int(key).Encode();
        for (var i = 0; i < Items.Count; i += 2)
        {
            if (Items[i].Encode().AsSpan().SequenceEqual(bytes))
                return i;
        }
        throw new KeyNotFoundException($"The map has no member {key}.");
    }

    private void Encode(List<byte> bytes)
    {
        var isIndefinite = IsIndefinite && Major is >= 2 and <= 5;
        var count = Major switch
        {
            2 or 3 => (ulong)Content.Length,
            4 => (ulong)Items.Count,
            5 => (ulong)Items.Count / 2,
            _ => Value,
        };
        if (isIndefinite)
            bytes.Add((byte)((Major << 5) | Indefinite));
        if (!isIndefinite || Major is 2 or 3)
            WriteHead(bytes, count);
        bytes.AddRange(Content);
        foreach (var item in Items)
            item.Encode(bytes);
        if (isIndefinite)
            bytes.Add(0xFF);
    }

    private void WriteHead(List<byte> bytes, ulong value)
    {
        var needed = value switch
        {
            < 24 => 0,
            <= byte.MaxValue => 1,
            <= ushort.MaxValue => 2,
            <= uint.MaxValue => 4,
            _ => 8,
        };
        var length = Math.Max(needed, HeadBytes);
        var info = length == 0 ? (int)value : 24 + int.TrailingZeroCount(length);
        bytes.Add((byte)((Major << 5) | info));
        var number = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(number, value);
        bytes.AddRange(number[^length..]);
    }
}
