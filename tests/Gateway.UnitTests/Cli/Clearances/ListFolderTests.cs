using Gateway.Clearance;
using Gateway.Cli.Clearances;
using Gateway.Cli.Invocation;

namespace Gateway.UnitTests.Cli.Clearances;

public sealed class ListFolderTests : IDisposable
{
    private static readonly DateTimeOffset Now = VerifierFiles.Now;
    private readonly VerifierFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Lists_AreKeptAndReplacedByNewerOnes()
    {
        Keep(trust: 1, revocations: 5);
        Keep(trust: 1, revocations: 5, minutes: 10);
        var lists = Keep(trust: 2, revocations: 6);

        Assert.Equal((2, 6), (lists.Trust.Number, lists.Revocations!.Number));
        var kept = VerifierLists.Read(
            _files.In("lists/trust-list.cbor"), _files.In("lists/revocations.cbor"), Roots);
        Assert.Equal((2, 6), (kept.Trust.Number, kept.Revocations!.Number));
    }

    [Theory]
    [InlineData(1, 6, 0)]
    [InlineData(2, 4, 0)]
    [InlineData(2, 5, -10)]
    public void Lists_OlderThanThoseKept_AreRefusedAndNothingIsWritten(int trust, int revocations, int minutes)
    {
        Keep(trust: 2, revocations: 5);

        Assert.Throws<ListNotTrustedException>(() => Keep(trust, revocations, minutes));
        var kept = VerifierLists.Read(
            _files.In("lists/trust-list.cbor"), _files.In("lists/revocations.cbor"), Roots);
        Assert.Equal((2, 5), (kept.Trust.Number, kept.Revocations!.Number));
    }

    [Fact]
    public void Lists_BesideFilesThatCannotBeRead_AreNotWrittenOverThem()
    {
        Keep(trust: 2, revocations: 5);
        File.WriteAllText(_files.In("lists/trust-list.cbor"), "damaged");

        Assert.Throws<UsageException>(() => Keep(trust: 3, revocations: 6));
    }

    private IReadOnlyList<ReadOnlyMemory<byte>> Roots => PinnedRoots.Read(["root1.pem"], _files.Folder);

    private VerifierLists Keep(long trust, long revocations, int minutes = 0)
    {
        var issued = Now.AddMinutes(minutes);
        return ListFolder.Keep(
            _files.In("lists"),
            _files.Trust(trust, issued, issued.AddDays(30)),
            _files.Revocations(revocations, issued, issued.AddDays(1), (CredentialId.New(), RevokedAs.Revoked)),
            Roots);
    }
}
