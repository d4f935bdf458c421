using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;
using Gateway.Testing.Pki;
using Org.BouncyCastle.Asn1.X509;

namespace Gateway.UnitTests.Server.Pki;

public sealed class RevocationListReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly X509Certificate2 _postal = TestPki.Shared.KeyPair("postal-root");
    private readonly X509Certificate2 _prosecution = TestPki.Shared.KeyPair("prosecution-root");

    public static TheoryData<string> Wrong =>
    [
        "another authority's", "signed by another", "changed", "without a number", "without a next",
        "next before this", "to come", "of a part", "of another's certificates", "by SHA-1", "cut off", "nothing",
        "bytes after it",
    ];

    public void Dispose()
    {
        _postal.Dispose();
        _prosecution.Dispose();
    }

    [Fact]
    public void Read_GoodList_RevokesWhatItNames()
    {
        var list = Read(new SomeRevocationList(_postal).ToDer())!;

        Assert.Equal(5, list.Number);
        Assert.Equal(1, list.Count);
        Assert.True(list.Revokes("0A1B") && list.Revokes("a1b") && list.Revokes("000A1B"));
        Assert.False(list.Revokes("0A1C"));
        Assert.Equal(AuthorityId.Of(_postal), list.AuthorityId);
    }

    [Fact]
    public void Read_PastItsNext_IsRead()
    {
        var list = Read(new SomeRevocationList(_postal)
        {
            ThisUpdate = Now.AddDays(-30),
            NextUpdate = Now.AddDays(-20),
        }.ToDer())!;

        Assert.True(list.NextUpdate < Now);
    }

    [Fact]
    public void Read_DeltaList_IsNotUsed()
    {
        var delta = new SomeRevocationList(_postal) { Extensions = [(X509Extensions.DeltaCrlIndicator, true)] };

        Assert.Null(Read(delta.ToDer()));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_WrongInOneWay_IsRefused(string how)
    {
        var good = new SomeRevocationList(_postal);
        var der = how switch
        {
            "another authority's" => new SomeRevocationList(_prosecution).ToDer(),
            "signed by another" => (good with { SignedBy = _prosecution }).ToDer(),
            "changed" => Changed(good.ToDer()),
            "without a number" => (good with { Number = null }).ToDer(),
            "without a next" => (good with { NextUpdate = null }).ToDer(),
            "next before this" => (good with { NextUpdate = good.ThisUpdate.AddHours(-1) }).ToDer(),
            "to come" => (good with { ThisUpdate = Now.AddHours(1) }).ToDer(),
            "of a part" => (good with { Extensions = [(X509Extensions.IssuingDistributionPoint, true)] }).ToDer(),
            "of another's certificates" => (good with { HasCriticalEntry = true }).ToDer(),
            "by SHA-1" => (good with { Algorithm = "SHA1WITHECDSA" }).ToDer(),
            "cut off" => good.ToDer()[..^20],
            "nothing" => [],
            _ => [.. good.ToDer(), 0],
        };

        var refused = Assert.Throws<InvalidDataException>(() => Read(der));

        Assert.Contains(Word(how), refused.Message, StringComparison.Ordinal);
    }

    private static string Word(string how) => how switch
    {
        "another authority's" => "not one of these authorities",
        "signed by another" or "changed" => "its signature is not that of",
        "without a number" => "no number",
        "without a next" => "when the next one is due",
        "next before this" => "due before it",
        "to come" => "to come",
        "of a part" or "of another's certificates" => "critical extension",
        "by SHA-1" => "signature algorithm",
        _ => "no revocation list",
    };

    // The serial number of the one entry.
    private static byte[] Changed(byte[] der)
    {
        var at = der.AsSpan().IndexOf(new byte[] { 0x0A, 0x1B }.AsSpan());
        der[at] = 0x0B;
        return der;
    }

    private CallerRevocationList? Read(byte[] der) => new RevocationListReader([_postal], Now).Read(der);
}
