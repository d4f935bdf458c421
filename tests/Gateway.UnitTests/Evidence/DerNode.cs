namespace Gateway.UnitTests.Evidence;

/// <summary>A node of DER that can be written again in ways that DER forbids.</summary>
internal sealed class DerNode
{
    private byte[] _content = [];

    internal byte Tag { get; set; }

    internal List<DerNode> Children { get; } = [];

    /// <summary>Writes the length in so many more bytes than it needs.</summary>
    internal int LongerLength { get; set; }

    /// <summary>Writes the length as BER's indefinite one.</summary>
    internal bool Indefinite { get; set; }

    private bool IsConstructed => (Tag & 0x20) != 0;

    internal static DerNode Parse(ReadOnlySpan<byte> der) => ParseNext(ref der);

    internal static DerNode Primitive(byte tag, params byte[] content) => new() { Tag = tag, _content = content };

    internal static DerNode Constructed(byte tag, params DerNode[] children)
    {
        var node = new DerNode { Tag = tag };
        node.Children.AddRange(children);
        return node;
    }

    /// <summary>The node that a path of child indexes leads to.</summary>
    internal DerNode At(params ReadOnlySpan<int> path)
    {
        var node = this;
        foreach (var index in path)
            node = node.Children[index];
        return node;
    }

    /// <summary>This node and all below it.</summary>
    internal IEnumerable<DerNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    internal byte[] Encode()
    {
        byte[] content = IsConstructed ? [.. Children.SelectMany(child => child.Encode())] : _content;
        if (Indefinite)
            return [Tag, 0x80, .. content, 0, 0];
        return [Tag, .. Length(content.Length), .. content];
    }

    private static DerNode ParseNext(ref ReadOnlySpan<byte> der)
    {
        var node = new DerNode { Tag = der[0] };
        int length = der[1], header = 2;
        if (length > 0x80)
        {
            header += length - 0x80;
            length = 0;
            foreach (var digit in der[2..header])
                length = (length << 8) | digit;
        }

        var content = der.Slice(header, length);
        der = der[(header + length)..];
        if (!node.IsConstructed)
            node._content = content.ToArray();
        else
            node.ParseChildren(content);
        return node;
    }

    private void ParseChildren(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
            Children.Add(ParseNext(ref content));
    }

    private byte[] Length(int length)
    {
        var isShort = length < 0x80;
        if (isShort && LongerLength == 0)
            return [(byte)length];
        List<byte> digits = [.. new byte[isShort ? LongerLength - 1 : LongerLength]];
        for (var shift = length > 0xFF ? 8 : 0; shift >= 0; shift -= 8)
            digits.Add((byte)((length >> shift) & 0xFF));
        return [(byte)(0x80 + digits.Count), .. digits];
    }
}
