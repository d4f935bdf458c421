using System.Security.Cryptography;
using Gateway.Client;
using Gateway.Evidence;
using Gateway.UnitTests.Evidence;
using Grpc.Core;

namespace Gateway.UnitTests.Client.Watching;

/// <summary>A log of sixty-four entries, really signed at each size.</summary>
/// <param name="origin">Its origin.</param>
/// <param name="shared">How many entries it has in common with others.</param>
/// <param name="history">Tells it from others after these.</param>
internal sealed class FakeLog(string origin = FakeLog.Origin, int shared = 64, byte history = 0)
{
    internal const string Name = "traffic-gateway.example/gw-1";
    internal const string Origin = $"{Name}/0123abcd";
    internal const string Next = $"{Name}/4567cdef";

    private const int Entries = 64;

    private static readonly CertificateBatchSigner Signer = SomePki.Shared.Signer();

    private readonly NaiveTree _tree = new(
    [
        .. Enumerable.Range(0, Entries)
            .Select(each => SHA256.HashData(each < shared ? [(byte)each] : [(byte)each, history])),
    ]);

    public static BatchVerifier Verifier { get; } = new(SomePki.Shared.Trusted);

    public SignedHead Head(int size)
    {
        var batch = BatchOf(size, _tree.Entry(size - 1));
        return SignedHead.Verify(Verifier, batch.ToBytes(), Signer.Sign(batch, SomePki.Now));
    }

    public List<byte[]> Proof(long first, long second) => _tree.Proof((int)first, (int)second);

    public Checkpoint Checkpoint(int size) => new(origin, size, _tree.Root(size));

    /// <summary>An answer whose batch is the head of a size.</summary>
    public VerifiedAnswer Answer(int size) =>
        new("/some.Service/Method", [[]], [[]], Status.DefaultSuccess, null, Evidence(size));

    public VerifiedEvidence Evidence(int size)
    {
        var head = Head(size);
        var statement = SomeAnswer.SomeStatement() with { Gateway = origin };
        return new VerifiedEvidence(
            statement, head.Batch, statement.ToBytes(), head.Text, head.Signature, SomePki.Shared.Root, [],
            head.SigningTime);
    }

    /// <summary>Writes a folder of received evidence.</summary>
    public void Receive(string folder, int size, bool withStatement = false)
    {
        Directory.CreateDirectory(folder);
        var statement = SomeAnswer.SomeStatement() with { Gateway = origin };
        var batch = BatchOf(size, withStatement ? SHA256.HashData(statement.ToBytes()) : _tree.Entry(size - 1));
        File.WriteAllBytes(Path.Combine(folder, "batch.txt"), batch.ToBytes());
        File.WriteAllBytes(Path.Combine(folder, "batch.p7s"), Signer.Sign(batch, SomePki.Now));
        if (withStatement)
            File.WriteAllBytes(Path.Combine(folder, "statement.json"), statement.ToBytes());
    }

    private Batch BatchOf(int size, byte[] entry) =>
        new() { Origin = origin, Size = size, Root = _tree.Root(size), Entries = [entry] };
}
