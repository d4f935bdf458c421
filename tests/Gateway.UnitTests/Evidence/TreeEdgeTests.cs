using System.Numerics;
using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

public sealed class TreeEdgeTests
{
    /// <summary>Leaf data of the vectors that implementations of Certificate Transparency have in common.</summary>
    private static readonly string[] Leaves =
    [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Root_KnownLeaves_IsTheKnownRoot(int size, string root)
    {
        var edge = new TreeEdge();

        foreach (var leaf in Leaves.Take(size))
            edge.Append(Convert.FromHexString(leaf));

        Assert.Equal(size, edge.Size);
        Assert.Equal(root, Convert.ToHexStringLower(edge.Root()));
    }

    [Fact]
    public void Root_EverySizeTo300_IsThatOfTheDefinition()
    {
        var edge = new TreeEdge();
        var entries = new List<byte[]>();

        for (var size = 1; size <= 300; size++)
        {
            entries.Add(SHA256.HashData(BitConverter.GetBytes(size)));
            edge.Append(entries[^1]);
            Assert.Equal(MerkleTreeHash([.. entries]), edge.Root());
        }
    }

    [Fact]
    public void Parse_WrittenEdge_ContinuesTheSameTree()
    {
        var edge = new TreeEdge();
        for (var size = 0; size < 77; size++)
        {
            edge.Append(SHA256.HashData([(byte)size]));
            edge = TreeEdge.Parse(edge.ToBytes());
        }

        Assert.Equal(77, edge.Size);
        Assert.Equal(
            MerkleTreeHash([.. Enumerable.Range(0, 77).Select(each => SHA256.HashData([(byte)each]))]), edge.Root());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000000")]
    [InlineData("0000000000000001")]
    [InlineData("8000000000000000")]
    [InlineData("000000000000000000")]
    public void Parse_WrongBytes_IsRefused(string hex)
    {
        Assert.Throws<FormatException>(() => TreeEdge.Parse(Convert.FromHexString(hex)));
    }

    [Fact]
    public void Clone_ThatGrows_LeavesTheOriginalAlone()
    {
        var edge = new TreeEdge();
        edge.Append([1]);
        edge.Append([2]);
        edge.Append([3]);
        var before = edge.ToBytes();

        var clone = edge.Clone();
        clone.Append([4]);

        Assert.Equal(before, edge.ToBytes());
        Assert.Equal(4, clone.Size);
    }

    /// <summary>RFC 6962, section 2.1, as it is written there.</summary>
    internal static byte[] MerkleTreeHash(ReadOnlySpan<byte[]> entries)
    {
        if (entries.Length == 0)
            return SHA256.HashData([]);
        if (entries.Length == 1)
            return SHA256.HashData([0, .. entries[0]]);
        var left = 1 << BitOperations.Log2((uint)entries.Length - 1);
        return SHA256.HashData([1, .. MerkleTreeHash(entries[..left]), .. MerkleTreeHash(entries[left..])]);
    }
}
