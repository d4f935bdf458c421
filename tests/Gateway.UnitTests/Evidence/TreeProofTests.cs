using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

/// <summary>Proofs of RFC 9162, sections 2.1.3 and 2.1.4: built, and verified.</summary>
public sealed class TreeProofTests
{
    private const int Largest = 300;

    private static readonly NaiveTree Known = new(NaiveTree.KnownLeaves);
    private static readonly NaiveTree Numbers = NaiveTree.OfNumbers(Largest);

    // The paths that implementations of Certificate Transparency have in common; positions from 0.
    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(0, 8, """
        96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7
        5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e
        6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4
        """)]
    [InlineData(5, 8, """
        bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b
        ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0
        d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
        """)]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, """
        6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
        5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e
        bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b
        """)]
    public void Inclusion_KnownLeaves_IsTheKnownPathAndVerifies(int index, int size, string path)
    {
        var proof = Builder(Known).Inclusion(index, size);

        Assert.Equal(Lines(path), Hexes(proof.Path));
        Assert.True(TreeProofs.VerifyInclusion(TreeProofs.LeafHash(Known.Entry(index)), proof, Known.Root(size)));
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, """
        96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7
        5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e
        6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4
        """)]
    [InlineData(6, 8, """
        0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a
        ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0
        d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
        """)]
    [InlineData(2, 5, """
        5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e
        bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b
        """)]
    public void Consistency_KnownLeaves_IsTheKnownPathAndVerifies(int oldSize, int newSize, string path)
    {
        var proof = Builder(Known).Consistency(oldSize, newSize);

        Assert.Equal(Lines(path), Hexes(proof));
        Assert.True(TreeProofs.VerifyConsistency(
            oldSize, Known.Root(oldSize), newSize, Known.Root(newSize), proof));
    }

    [Fact]
    public void Inclusion_EveryPositionOfEverySizeTo300_IsTheDefinitionsAndVerifies()
    {
        var builder = Builder(Numbers);

        for (var size = 1; size <= Largest; size++)
        {
            Assert.Equal(Numbers.Root(size), builder.Root(size));
            for (var index = 0; index < size; index++)
            {
                var proof = builder.Inclusion(index, size);
                Assert.True(AreSame(Numbers.Path(index, size), proof.Path));
                Assert.True(TreeProofs.VerifyInclusion(Leaf(index), proof, Numbers.Root(size)));
            }
        }
    }

    [Fact]
    public void Consistency_EveryPairOfSizesTo300_IsTheDefinitionsAndVerifies()
    {
        var builder = Builder(Numbers);

        for (var newSize = 0; newSize <= Largest; newSize++)
        {
            for (var oldSize = 0; oldSize <= newSize; oldSize++)
            {
                var path = builder.Consistency(oldSize, newSize);
                if (oldSize > 0)
                    Assert.True(AreSame(Numbers.Proof(oldSize, newSize), path));
                Assert.True(Verifies(oldSize, newSize, path));
            }
        }
    }

    [Fact]
    public void VerifyInclusion_AnyAlteredPath_IsRefused()
    {
        var builder = Builder(Numbers);
        var random = new Random(7);

        for (var size = 1; size <= Largest; size += 1 + (size / 40))
        {
            for (var index = 0; index < size; index++)
            {
                var proof = builder.Inclusion(index, size);
                var root = Numbers.Root(size);
                Assert.DoesNotContain(
                    Altered(proof.Path, random),
                    path => TreeProofs.VerifyInclusion(Leaf(index), proof with { Path = path }, root));
                Assert.False(TreeProofs.VerifyInclusion(Leaf((index + 1) % Largest), proof, root));
                Assert.False(TreeProofs.VerifyInclusion(Leaf(index), proof, Numbers.Root(size - 1)));
                Assert.False(TreeProofs.VerifyInclusion(Leaf(index), proof with { Index = index + 1 }, root));
                Assert.False(TreeProofs.VerifyInclusion(Leaf(index), proof with { Index = index ^ 1 }, root) && size > 1);
            }
        }
    }

    [Fact]
    public void VerifyConsistency_AnyAlteredPathOrRoot_IsRefused()
    {
        var builder = Builder(Numbers);
        var random = new Random(11);

        for (var newSize = 1; newSize <= Largest; newSize += 1 + (newSize / 40))
        {
            for (var oldSize = 1; oldSize <= newSize; oldSize++)
            {
                var path = builder.Consistency(oldSize, newSize);
                Assert.DoesNotContain(Altered(path, random), altered => Verifies(oldSize, newSize, altered));
                Assert.False(TreeProofs.VerifyConsistency(
                    oldSize, Numbers.Root(oldSize - 1), newSize, Numbers.Root(newSize), path));
                Assert.False(TreeProofs.VerifyConsistency(
                    oldSize, Numbers.Root(oldSize), newSize, Numbers.Root(newSize - 1), path));
            }
        }
    }

    [Fact]
    public void Verify_WhatIsNoProofAtAll_IsRefusedWithoutAnException()
    {
        var (leaf, root) = (Leaf(0), Numbers.Root(2));
        var good = Builder(Numbers).Inclusion(0, 2);

        Assert.True(TreeProofs.VerifyInclusion(leaf, good, root));
        Assert.False(TreeProofs.VerifyInclusion(leaf, null, root));
        Assert.False(TreeProofs.VerifyInclusion([], good, root));
        Assert.False(TreeProofs.VerifyInclusion(leaf, good, []));
        Assert.False(TreeProofs.VerifyInclusion(leaf, good with { Path = null! }, root));
        Assert.False(TreeProofs.VerifyInclusion(leaf, good with { Path = [null!] }, root));
        Assert.False(TreeProofs.VerifyInclusion(leaf, good with { Path = [new byte[31]] }, root));
        Assert.False(TreeProofs.VerifyInclusion(leaf, good with { Index = -1 }, root));
        Assert.False(TreeProofs.VerifyInclusion(leaf, new InclusionProof(long.MaxValue, long.MaxValue, []), root));
        Assert.False(TreeProofs.VerifyInclusion(leaf, new InclusionProof(0, long.MaxValue, good.Path), root));
        Assert.False(TreeProofs.VerifyConsistency(1, leaf, 2, root, null));
        Assert.False(TreeProofs.VerifyConsistency(1, leaf, 2, root, []));
        Assert.False(TreeProofs.VerifyConsistency(1, [], 2, root, good.Path));
        Assert.False(TreeProofs.VerifyConsistency(1, leaf, 2, [], good.Path));
        Assert.False(TreeProofs.VerifyConsistency(-1, leaf, 2, root, good.Path));
        Assert.False(TreeProofs.VerifyConsistency(3, leaf, 2, root, good.Path));
        Assert.False(TreeProofs.VerifyConsistency(0, leaf, 2, root, []));
        Assert.False(TreeProofs.VerifyConsistency(long.MaxValue - 1, leaf, long.MaxValue, root, good.Path));
    }

    private static TreeProofBuilder Builder(NaiveTree tree) =>
        new((height, index) => tree.Hash((int)(index << height), (int)((index + 1) << height)));

    // Assert.Equal says more and takes a hundred times as long.
    private static bool AreSame(List<byte[]> expected, IReadOnlyList<byte[]> path) =>
        expected.Count == path.Count
        && expected.Zip(path, (left, right) => left.AsSpan().SequenceEqual(right)).All(same => same);

    private static byte[] Leaf(int index) => TreeProofs.LeafHash(Numbers.Entry(index));

    private static bool Verifies(int oldSize, int newSize, IReadOnlyList<byte[]> path) =>
        TreeProofs.VerifyConsistency(oldSize, Numbers.Root(oldSize), newSize, Numbers.Root(newSize), path);

    /// <summary>A bit of each hash flipped; each hash left out, repeated, or changed places with the next; one more at
    /// either end.</summary>
    private static IEnumerable<List<byte[]>> Altered(IReadOnlyList<byte[]> path, Random random)
    {
        for (var at = 0; at < path.Count; at++)
        {
            var flipped = (byte[])path[at].Clone();
            flipped[random.Next(32)] ^= (byte)(1 << random.Next(8));
            yield return [.. path.Take(at), flipped, .. path.Skip(at + 1)];
            yield return [.. path.Take(at), .. path.Skip(at + 1)];
            yield return [.. path.Take(at), path[at], .. path.Skip(at)];
            if (at + 1 < path.Count)
                yield return [.. path.Take(at), path[at + 1], path[at], .. path.Skip(at + 2)];
        }

        yield return [.. path, SHA256.HashData([1])];
        yield return [SHA256.HashData([1]), .. path];
    }

    private static string[] Lines(string text) =>
        text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Hexes(IEnumerable<byte[]> hashes) => hashes.Select(Convert.ToHexStringLower);
}
