using System.Numerics;
using System.Security.Cryptography;

namespace Gateway.UnitTests.Evidence;

/// <summary>RFC 9162, section 2.1, word for word; only that no hash is computed twice.</summary>
internal sealed class NaiveTree(IReadOnlyList<byte[]> entries)
{
    private readonly Dictionary<(int From, int To), byte[]> _hashes = [];

    /// <summary>Leaf data of the vectors that implementations of Certificate Transparency have in common.</summary>
    internal static readonly byte[][] KnownLeaves =
    [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Convert.FromHexString("5051525354555657"), Convert.FromHexString("606162636465666768696a6b6c6d6e6f"),
    ];

    internal static NaiveTree OfNumbers(int size) =>
        new([.. Enumerable.Range(0, size).Select(each => SHA256.HashData(BitConverter.GetBytes(each)))]);

    internal byte[] Entry(int index) => entries[index];

    internal byte[] Root(int size) => size == 0 ? SHA256.HashData([]) : Hash(0, size);

    /// <summary>MTH of the entries from one position to another.</summary>
    internal byte[] Hash(int from, int to)
    {
        if (_hashes.TryGetValue((from, to), out var hash))
            return hash;
        var middle = from + Left(to - from);
        hash = to - from == 1
            ? SHA256.HashData([0, .. entries[from]])
            : SHA256.HashData([1, .. Hash(from, middle), .. Hash(middle, to)]);
        return _hashes[(from, to)] = hash;
    }

    internal List<byte[]> Path(int index, int size) => Path(index, 0, size);

    internal List<byte[]> Proof(int oldSize, int newSize) => SubProof(oldSize, 0, newSize, isWhole: true);

    private List<byte[]> Path(int index, int from, int to)
    {
        if (to - from == 1)
            return [];
        var middle = from + Left(to - from);
        return index < middle
            ? [.. Path(index, from, middle), Hash(middle, to)]
            : [.. Path(index, middle, to), Hash(from, middle)];
    }

    private List<byte[]> SubProof(int oldSize, int from, int to, bool isWhole)
    {
        if (oldSize == to)
            return isWhole ? [] : [Hash(from, to)];
        var middle = from + Left(to - from);
        return oldSize <= middle
            ? [.. SubProof(oldSize, from, middle, isWhole), Hash(middle, to)]
            : [.. SubProof(oldSize, middle, to, isWhole: false), Hash(from, middle)];
    }

    private static int Left(int size) => size < 2 ? 0 : 1 << BitOperations.Log2((uint)size - 1);
}
