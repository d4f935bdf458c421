using System.Globalization;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Gateways;
using Gateway.Testing.Logs;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.IntegrationTests.Evidence;

/// <summary>An exported log, read by a program of Go's own library for such logs.</summary>
public sealed class GoTilesTests : IDisposable
{
    private const string Library = "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog/tile.go";
    private const string Name = "traffic-gateway.example/gw-1";
    private const string Origin = $"{Name}/0123abcd";

    private readonly string _directory = TestFolders.Create();

    private string Log => Path.Combine(_directory, "log");

    private string Tiles => Path.Combine(_directory, "tiles");

    private string Proofs => Path.Combine(_directory, "proofs.txt");

    [ToolFact("go", Library)]
    public async Task ExportedLog_ReadByGo_VerifiesNoteTilesEntriesAndProofs()
    {
        var key = await ExportAsync(70_001);

        var run = await GoAsync(Tiles, key, Proofs);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(
            $"{Origin}: size 70001, 70001 entries, 40 inclusion proofs, 40 consistency proofs", run.Output.TrimEnd());
    }

    [ToolFact("go", Library)]
    public async Task ExportedLog_OneByteChanged_IsRefusedByGo()
    {
        var key = await ExportAsync(700);

        foreach (var file in (string[])["checkpoint", "tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/000"])
        {
            var path = Path.Combine(Tiles, file);
            var good = await File.ReadAllBytesAsync(path);
            var bad = (byte[])good.Clone();
            bad[40] ^= 1;
            await File.WriteAllBytesAsync(path, bad);
            Assert.NotEqual(0, (await GoAsync(Tiles, key, Proofs)).ExitCode);
            await File.WriteAllBytesAsync(path, good);
        }

        Assert.Equal(0, (await GoAsync(Tiles, key, Proofs)).ExitCode);
    }

    [ToolFact("go", Library)]
    public async Task GatewaysLog_ExportedByTrafficgw_IsReadByGo()
    {
        await using var gateway = await TestGateway.StartAsync();
        var inquiry = await TrafficGw.RunAsync(
            gateway.Address, "branch-00001", "fines", "inquire", "--plate", "ق ب ل 1234");
        Assert.True(inquiry.ExitCode == 0, inquiry.Output + inquiry.Error);

        var export = await TrafficGw.RunAsync(
            gateway.Address, "branch-00001", "evidence", "export", "--log", gateway.Directory, "--tiles", Tiles);
        Assert.True(export.ExitCode == 0, export.Output + export.Error);

        var announcement = NoteKeyAnnouncement.Parse(
            await File.ReadAllBytesAsync(Path.Combine(Tiles, NoteKeyFiles.Text)));
        using var log = EvidenceLogReader.Open(gateway.Directory);
        await WriteProofsAsync(log);
        var run = await GoAsync(Tiles, announcement.Key.ToString(), Proofs);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.StartsWith($"{log.Origin}: size {log.Size}", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => TestFolders.Delete(_directory);

    private static Task<ToolRun> GoAsync(params string[] arguments) => ToolRun.RunAsync(
        "go",
        ["run", Path.Combine(Repository.Root, "tests/Gateway.IntegrationTests/GoTiles/main.go"), .. arguments],
        environment: new Dictionary<string, string> { ["GO111MODULE"] = "off", ["GOPATH"] = "/usr/share/gocode" });

    private async Task<string> ExportAsync(int size)
    {
        Directory.CreateDirectory(Log);
        var certificate = TestPki.Shared.KeyPair("signing");
        using var signer = new CertificateBatchSigner(certificate, []);
        var now = TimeProvider.System.GetUtcNow();
        FilledLog.Write(Log, Origin, size, signer, now);
        var options = new EvidenceLogOptions { Directory = Log, Name = Name };
        await EvidenceLog.EvidenceLog.Open(options, signer, [], TimeProvider.System, NullLogger.Instance).DisposeAsync();
        using var log = EvidenceLogReader.Open(Log);
        var note = NoteKeyFiles.Announce(Log, null, Origin, signer, now);
        new TileExport(log, note, Tiles).Run(null, default);
        await WriteProofsAsync(log);
        return note.Key.ToString();
    }

    // Forty of each, of entries and sizes over the whole log; the ends among them.
    private Task WriteProofsAsync(EvidenceLogReader log)
    {
        var lines = new List<string>();
        for (var part = 0L; part < 40; part++)
        {
            var size = part == 0 ? log.Size : 1 + (part * 7919 % log.Size);
            var (index, old) = (part * 104_729 % size, 1 + (part * 1_299_709 % size));
            lines.Add(Line("inclusion", index, size, log.InclusionProofOf(index, size).Path));
            lines.Add(Line("consistency", old, size, log.ConsistencyProof(old, size)));
        }

        return File.WriteAllLinesAsync(Proofs, lines);
    }

    private static string Line(string kind, long first, long size, IEnumerable<byte[]> path) => string.Create(
        CultureInfo.InvariantCulture, $"{kind} {first} {size} {string.Join(' ', path.Select(Convert.ToBase64String))}");
}
