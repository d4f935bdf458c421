using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.UnitTests.Evidence;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Log = Gateway.EvidenceLog.EvidenceLog;

namespace Gateway.UnitTests.EvidenceLog;

/// <summary>A data directory of its own for a test, gone with it.</summary>
internal sealed class SomeLog : IDisposable
{
    internal const string Name = "traffic-gateway.example/gw-1";

    internal static readonly byte[] Contract = [10, 5, 1, 2, 3, 4, 5];

    internal static readonly AuditLine Audit =
        new("spiffe://post.gov.eg/branch/00123", "00123", "02", "T-17", "plate", "ابج1234", "FOUND");

    internal string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("evidence-log-").FullName;

    internal FakeSigner Signer { get; } = new();

    internal EvidenceLogOptions Options => new() { Directory = Directory, Name = Name, LockWaitSeconds = 1 };

    internal string File => Path.Combine(Directory, Log.FileName);

    internal static X509Certificate2 Caller { get; } = SomePki.Shared.Signing();

    internal static LogEntry Entry(string origin, AuditLine? audit = null)
    {
        var statement = SomeAnswer.SomeStatement() with { Gateway = origin };
        return new LogEntry(statement.ToBytes(), statement.CallId, Caller, audit);
    }

    internal Log Open(EvidenceLogOptions? options = null, ILogger? logger = null) => Log.Open(
        options ?? Options, Signer, Contract, SomeTime.At(SomePki.Now), logger ?? NullLogger.Instance);

    internal EvidenceLogReader Read() => EvidenceLogReader.Open(Directory);

    /// <summary>Computes every root from the entries, as anyone could who has the file, and compares it with what was
    /// signed.</summary>
    internal void CheckFile()
    {
        using var reader = Read();
        var entries = reader.Entries().ToList();
        Assert.Equal(entries.Count, reader.Size);
        Assert.All(entries, entry => Assert.Equal(SHA256.HashData(entry.Statement!), entry.Digest));
        Assert.Equal(Enumerable.Range(0, entries.Count), entries.Select(entry => (int)entry.Position));

        var tree = new TreeEdge();
        foreach (var logged in reader.Batches())
        {
            var batch = Batch.Parse(logged.Text);
            var added = entries.Skip((int)tree.Size).Take(batch.Entries.Count);
            Assert.Equal(added.Select(each => each.Digest), batch.Entries);
            foreach (var entry in batch.Entries)
                tree.Append(entry);
            Assert.Equal((reader.Origin, tree.Size), (batch.Origin, batch.Size));
            Assert.Equal(tree.Root(), batch.Root);
        }

        Assert.Equal(entries.Count, tree.Size);
    }

    public void Dispose()
    {
        Signer.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
