using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;
using Gateway.Testing.Pki;

namespace Gateway.UnitTests.Server.Pki;

public sealed class ScheduledTests : IDisposable
{
    private readonly PkiFolder _pki = new();

    public void Dispose() => _pki.Dispose();

    [Theory]
    [InlineData("2026-12-01T02:00:00Z", "2026-12-01T02:00:00Z")]
    [InlineData("2026-12-01T02:00Z\n", "2026-12-01T02:00:00Z")]
    [InlineData("2026-12-01T04:00:00+02:00", "2026-12-01T02:00:00Z")]
    [InlineData("2026-11-30T21:00:00-05:00", "2026-12-01T02:00:00Z")]
    public void Load_MomentWithItsZone_IsTaken(string text, string moment)
    {
        Announce(text);

        var keys = Load();

        Assert.NotNull(keys.Next);
        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), keys.From);
        Assert.Same(keys.Current, keys.At(keys.From!.Value.AddTicks(-1)));
        Assert.Same(keys.Next, keys.At(keys.From.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-12-01T02:00:00")]
    [InlineData("2026-12-01")]
    [InlineData("tomorrow")]
    [InlineData("2026-12-01T02:00:00Z and later")]
    public void Load_MomentOfAnotherForm_IsRefused(string text)
    {
        Announce(text);

        var refused = Assert.Throws<InvalidDataException>(Load);

        Assert.Contains("signing-next.from", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AnnouncedWithoutAMoment_IsNeverUsed()
    {
        Announce(moment: null);

        var keys = Load();

        Assert.NotNull(keys.Next);
        Assert.Same(keys.Current, keys.At(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Load_NextIsTheSameAsTheCurrent_IsOneKey()
    {
        File.Copy(_pki.PathOf("signing.pem"), _pki.PathOf("signing-next.pem"));

        var keys = Load();

        Assert.Null(keys.Next);
    }

    private void Announce(string? moment)
    {
        _pki.MakeSigning("signing-next");
        _pki.Bring("signing-next.pem");
        if (moment is not null)
            File.WriteAllText(_pki.PathOf("signing-next.from"), moment);
    }

    private Scheduled<X509Certificate2> Load()
    {
        using var files = FileSnapshot.Read(
            _pki.Directory, ["signing.pem", "signing-next.pem", Scheduled.MomentFile("signing")]);
        return Scheduled.Load(
            files, "signing", name => [name + ".pem"],
            name => PemFiles.LoadCertificates(files, name + ".pem")[0], certificate => certificate);
    }
}
