using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Testing.Logs;
using Gateway.UnitTests.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.UnitTests.EvidenceLog;

/// <summary>Roots and proofs from the nodes that the log's file has.</summary>
public sealed class StoredTreeTests : IDisposable
{
    private const string Origin = $"{SomeLog.Name}/0123abcd";

    private readonly SomeLog _some = new();

    [Fact]
    public async Task Proofs_OfALogFilledInGroups_AreTheDefinitions()
    {
        await FillInGroups(600);
        using var reader = _some.Read();
        var tree = new NaiveTree([.. reader.Entries().Select(entry => entry.Digest)]);

        for (var size = 1; size <= 600; size += 1 + (size / 16))
        {
            Assert.Equal(tree.Root(size), reader.RootAt(size));
            for (var other = 0; other < size; other += 1 + (other / 16))
            {
                Assert.Equal(tree.Path(other, size), reader.InclusionProofOf(other, size).Path);
                if (other > 0)
                    Assert.Equal(tree.Proof(other, size), reader.ConsistencyProof(other, size));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(4_096)]
    [InlineData(70_001)]
    public async Task Open_LogOfTheFirstVersion_GivesItItsNodesAndGoesOn(int size)
    {
        Fill(size);

        await using (var log = _some.Open())
            await log.SealAsync(SomeLog.Entry(log.Origin));

        using var reader = _some.Read();
        Assert.Equal(size + 1, reader.Size);
        var root = reader.RootAt(size + 1);
        Assert.Equal(Batch.Parse(reader.BatchOf(size)!.Text).Root, root);
        Assert.True(TreeProofs.VerifyConsistency(
            size, reader.RootAt(size), size + 1, root, reader.ConsistencyProof(size, size + 1)));
        foreach (var position in (long[])[0, size / 3, size / 2, size - 1])
        {
            Assert.True(TreeProofs.VerifyInclusion(
                TreeProofs.LeafHash(FilledLog.Entry(position)), reader.InclusionProofOf(position, size + 1), root));
        }
    }

    [Fact]
    public async Task Proofs_WhileTheLogGrows_AreOfEachSize()
    {
        await using var log = _some.Open();
        using var reader = _some.Read();
        var known = new TreeEdge();

        for (var size = 1; size <= 40; size++)
        {
            var entry = SomeLog.Entry(log.Origin);
            await log.SealAsync(entry);
            known.Append(System.Security.Cryptography.SHA256.HashData(entry.Statement));
            Assert.Equal(known.Root(), reader.RootAt(size));
        }
    }

    [Fact]
    public async Task Proofs_OfWhatIsNotThere_AreRefused()
    {
        await FillInGroups(3);
        using var reader = _some.Read();

        Assert.Throws<ArgumentOutOfRangeException>(() => reader.RootAt(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.RootAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.InclusionProofOf(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.InclusionProofOf(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.ConsistencyProof(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.ConsistencyProof(3, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Node(2, 0).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Node(62, long.MaxValue).ToArray());
        Assert.Equal(System.Security.Cryptography.SHA256.HashData([]), reader.RootAt(0));
    }

    [Theory]
    [InlineData("DELETE FROM tree_tile WHERE key = 2", "tile 0 of level 2")]
    [InlineData("DELETE FROM tree_tile WHERE key = 257", "tile 1 of level 1")]
    [InlineData("UPDATE tree_tile SET nodes = substr(nodes, 1, 64) WHERE key = 257", "has 64 bytes")]
    public async Task Open_TilesOfTheEndMissing_IsRefused(string change, string problem)
    {
        Fill(400);
        await _some.Open().DisposeAsync();
        Run("DROP TRIGGER tree_tile_is_kept; DROP TRIGGER tree_tile_grows; " + change);

        var refused = Assert.Throws<EvidenceLogOpenException>(() => _some.Open());
        var unread = Assert.Throws<EvidenceLogOpenException>(() => _some.Read());

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.Contains(problem, unread.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM tree_tile")]
    [InlineData("UPDATE tree_tile SET nodes = zeroblob(length(nodes))")]
    [InlineData("UPDATE tree_tile SET nodes = substr(nodes, 1, 32)")]
    [InlineData("UPDATE tree_tile SET key = key + 8")]
    public async Task File_ChangeOfTheTree_IsRefusedByTheFileItself(string change)
    {
        Fill(100);
        await _some.Open().DisposeAsync();

        var refused = Assert.Throws<SqliteException>(() => Run(change));

        Assert.Contains("only grows", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FirstVersionWithAnotherEntry_IsNotUpgraded()
    {
        Fill(100);
        Run("DROP TRIGGER entry_is_fixed; UPDATE entry SET digest = zeroblob(32) WHERE position = 7");

        var refused = Assert.Throws<EvidenceLogOpenException>(() => _some.Open());

        Assert.Contains("another tree", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tiles_OfEverySize_AreAsLongAsTheirNodes()
    {
        var nodes = new List<TreeNode>();
        var edge = new TreeEdge();
        var tiles = new Dictionary<TileKey, List<byte>>();

        for (var size = 1; size <= 5_000; size++)
        {
            nodes.Clear();
            edge.Append(FilledLog.Entry(size - 1), 0, nodes);
            foreach (var node in nodes)
            {
                var key = TileKey.Of(node.Height, node.Index);
                if (!tiles.TryGetValue(key, out var tile))
                    tiles.Add(key, tile = []);
                TileKey.Add(node, tile);
            }

            for (var level = 0; level < 3; level++)
            {
                var (last, count) = TileKey.Last(level, size);
                Assert.Equal(TileKey.Bytes(count), tiles.GetValueOrDefault(last, []).Count);
            }
        }

        Assert.Equal(tiles.Count, tiles.Keys.Select(key => key.ToRow()).Distinct().Count());
    }

    public void Dispose() => _some.Dispose();

    private void Fill(int size) => FilledLog.Write(_some.Directory, Origin, size, _some.Signer, SomePki.Now);

    private async Task FillInGroups(int size)
    {
        await using var log = _some.Open();
        var random = new Random(size);
        for (var done = 0; done < size;)
        {
            var count = Math.Min(random.Next(1, 150), size - done);
            await Task.WhenAll(
                Enumerable.Range(0, count).Select(_ => log.SealAsync(SomeLog.Entry(log.Origin)).AsTask()));
            done += count;
        }
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_some.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
