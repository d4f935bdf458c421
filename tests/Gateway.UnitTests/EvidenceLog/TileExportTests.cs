using System.Security.Cryptography;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Testing.Logs;
using Gateway.UnitTests.Evidence;

namespace Gateway.UnitTests.EvidenceLog;

/// <summary>A log as C2SP tlog-tiles.</summary>
public sealed class TileExportTests : IDisposable
{
    private const string Origin = $"{SomeLog.Name}/0123abcd";

    private static readonly NoteSigner Signer = new(Origin, new byte[32]);

    private readonly SomeLog _some = new();

    private string Out => Path.Combine(_some.Directory, "tiles");

    // The example of the specification: 273 full tiles of level 0 and one of width 112, one full of level 1 and one of
    // width 17, one of level 2 of width 1.
    [Fact]
    public async Task Run_70000Entries_WritesTheTilesOfTheSpecificationsExample()
    {
        await Fill(70_000);

        var checkpoint = Export();

        Assert.Equal(274, Count("tile/0"));
        Assert.Equal(274, Count("tile/entries"));
        Assert.Equal(2, Count("tile/1"));
        Assert.Equal(1, Count("tile/2"));
        Assert.Equal(112 * 32, Length("tile/0/273.p/112"));
        Assert.Equal(112 * 34, Length("tile/entries/273.p/112"));
        Assert.Equal(8192, Length("tile/1/000"));
        Assert.Equal(17 * 32, Length("tile/1/001.p/17"));
        Assert.Equal(32, Length("tile/2/000.p/1"));
        var note = SignedNote.Parse(File.ReadAllBytes(Path.Combine(Out, TileExport.CheckpointName)));
        Assert.True(note.IsSignedBy(Signer.Key));
        Assert.Equal(checkpoint, Checkpoint.Parse(note.Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(1_000)]
    public async Task Run_AnySize_TilesGiveTheRoot(int size)
    {
        await Fill(size);

        var checkpoint = Export();

        var tree = new TreeEdge();
        for (var number = 0; number * 256 < size; number++)
        {
            var width = Math.Min(256, size - (number * 256));
            var bundle = File.ReadAllBytes(Path.Combine(Out, TilePath.OfEntries(number, width)));
            var hashes = File.ReadAllBytes(Path.Combine(Out, TilePath.OfHashes(0, number, width)));
            for (var index = 0; index < width; index++)
            {
                Assert.Equal([0, 32], bundle[(index * 34)..((index * 34) + 2)]);
                var entry = bundle[((index * 34) + 2)..((index + 1) * 34)];
                Assert.Equal(TreeProofs.LeafHash(entry), hashes[(index * 32)..((index + 1) * 32)]);
                tree.Append(entry);
            }
        }

        Assert.Equal(tree.Root(), checkpoint.Root);
    }

    [Theory]
    [InlineData(0, "000", 256)]
    [InlineData(7, "007.p/3", 3)]
    [InlineData(1_234_067, "x001/x234/067", 256)]
    public void Path_OfANumber_IsThatOfTheSpecification(long number, string path, int width)
    {
        Assert.Equal($"tile/5/{path}", TilePath.OfHashes(5, number, width));
        Assert.Equal($"tile/entries/{path}", TilePath.OfEntries(number, width));
    }

    [Fact]
    public async Task Run_LogThatGrew_AddsTilesAndDropsPartialsThatAreFull()
    {
        await Fill(250);
        var first = Export();
        var untouched = new Dictionary<string, DateTime>();
        await Grow(20);

        var second = Export();
        foreach (var file in Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories))
            untouched[file] = File.GetLastWriteTimeUtc(file);
        var again = Export();

        Assert.Equal((250, 270, 270), (first.Size, second.Size, again.Size));
        Assert.Equal(second, again);
        Assert.False(Directory.Exists(Path.Combine(Out, "tile/0/000.p")));
        Assert.False(Directory.Exists(Path.Combine(Out, "tile/entries/000.p")));
        Assert.Equal(8192, Length("tile/0/000"));
        Assert.Equal(14 * 32, Length("tile/0/001.p/14"));
        Assert.All(untouched, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
    }

    [Fact]
    public async Task Run_BrokenOff_LeavesTheOldCheckpointAndIsTakenUp()
    {
        await Fill(300);
        Export();
        var before = File.ReadAllBytes(Path.Combine(Out, TileExport.CheckpointName));
        await Grow(600);
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => Export(new StopAt(512, stop), stop.Token));

        Assert.Equal(before, File.ReadAllBytes(Path.Combine(Out, TileExport.CheckpointName)));
        Assert.Equal(900, Export().Size);
        Assert.Empty(Directory.EnumerateFiles(Out, "*.new", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Run_FolderOfAnotherKeyOrLog_IsRefused()
    {
        await Fill(300);
        Export();
        using var log = _some.Read();
        var other = new NoteSigner(Origin, RandomNumberGenerator.GetBytes(32));
        var later = new Checkpoint(Origin, 301, new byte[32]);
        var forked = new Checkpoint(Origin, 300, new byte[32]);

        Assert.Throws<TileExportException>(() => new TileExport(log, other, Out).Run(null, default));
        foreach (var checkpoint in (Checkpoint[])[later, forked])
        {
            File.WriteAllBytes(Path.Combine(Out, TileExport.CheckpointName), Signer.Sign(checkpoint).ToBytes());
            Assert.Throws<TileExportException>(() => Export());
        }

        File.WriteAllText(Path.Combine(Out, TileExport.CheckpointName), "x");
        Assert.Throws<TileExportException>(() => Export());
    }

    [Fact]
    public async Task Run_EmptyLog_IsACheckpointOfNothing()
    {
        string origin;
        await using (var log = _some.Open())
            origin = log.Origin;
        using var reader = _some.Read();

        var checkpoint = new TileExport(reader, new NoteSigner(origin, new byte[32]), Out).Run(null, default);

        Assert.Equal(new Checkpoint(origin, 0, SHA256.HashData([])), checkpoint);
        Assert.Single(Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Announce_NewKey_IsMadeForNobodyElseAndAnnounced()
    {
        await Fill(1);

        var made = NoteKeyFiles.Announce(_some.Directory, null, Origin, _some.Signer, SomePki.Now);
        var again = NoteKeyFiles.Announce(_some.Directory, null, Origin, _some.Signer, SomePki.Now);

        var key = Path.Combine(_some.Directory, NoteKeyFiles.PrivateKey);
        Assert.Equal(made.Key, again.Key);
        Assert.Equal(made.Key, new EvidenceVerifier(SomePki.Shared.Trusted, SomeTime.At(SomePki.Now)).VerifyNoteKey(
            File.ReadAllBytes(Path.Combine(_some.Directory, NoteKeyFiles.Text)),
            File.ReadAllBytes(Path.Combine(_some.Directory, NoteKeyFiles.Signature))));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Throws<InvalidDataException>(() => NoteKeyFile.Read(key));
    }

    public void Dispose() => _some.Dispose();

    private Checkpoint Export(IProgress<long>? progress = null, CancellationToken stop = default)
    {
        using var log = _some.Read();
        return new TileExport(log, Signer, Out).Run(progress, stop);
    }

    private async Task Fill(int size)
    {
        FilledLog.Write(_some.Directory, Origin, size, _some.Signer, SomePki.Now);
        await _some.Open().DisposeAsync();
    }

    private async Task Grow(int count)
    {
        await using var log = _some.Open();
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => log.SealAsync(SomeLog.Entry(Origin)).AsTask()));
    }

    private int Count(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Out, folder), "*", SearchOption.AllDirectories).Count();

    private long Length(string file) => new FileInfo(Path.Combine(Out, file)).Length;

    private sealed class StopAt(long entries, CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value >= entries)
                stop.Cancel();
        }
    }
}
