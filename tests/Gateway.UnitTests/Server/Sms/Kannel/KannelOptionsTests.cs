using Gateway.Server.Sms.Kannel;

namespace Gateway.UnitTests.Server.Sms.Kannel;

public sealed class KannelOptionsTests : IDisposable
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("Niaba")]
    [InlineData("PPO TRAFFIC")]
    [InlineData("201012345678")]
    public void Faults_OfGoodSettings_AreNone(string from)
    {
        var options = Good();
        options.From = from;

        Assert.Empty(options.Faults(SendTimeout));
    }

    [Fact]
    public void Faults_OfManyWrongSettings_TellsAll()
    {
        var options = new KannelOptions
        {
            Url = "ftp://kannel",
            ReportUrl = "http://127.0.0.1:0/sms/report",
            Username = "ü\r\nX-Kannel-To: +1",
            From = "TOO LONG A NAME",
            Timeout = SendTimeout + TimeSpan.FromSeconds(1),
        };

        var faults = options.Faults(SendTimeout).ToList();

        Assert.Equal(6, faults.Count);
        foreach (var name in new[] { "Url", "ReportUrl", "Username", "From", "Timeout", "Password" })
            Assert.Contains(faults, fault => fault.Contains($"Kannel:{name} ", StringComparison.Ordinal)
                || fault.Contains($"takes either {name} ", StringComparison.Ordinal));
    }

    [Fact]
    public void PasswordFile_OfItsOwner_IsRead()
    {
        File.WriteAllText(_file, "a secret\n");
        var options = Good();
        (options.Password, options.PasswordFile) = ("", _file);

        Assert.Empty(options.Faults(SendTimeout));
        Assert.Equal("a secret", options.ReadPassword());
    }

    [Fact]
    public void PasswordFile_MissingEmptyOrOpenToOthers_IsAFault()
    {
        var options = Good();
        (options.Password, options.PasswordFile) = ("", _file);
        var empty = options.Faults(SendTimeout).ToList();
        File.WriteAllText(_file, "a secret");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var open = options.Faults(SendTimeout).ToList();
        File.Delete(_file);
        var missing = options.Faults(SendTimeout).ToList();

        Assert.Contains("1 to 80", Assert.Single(empty), StringComparison.Ordinal);
        Assert.Contains("0600", Assert.Single(open), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Single(missing), StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", string.Concat(empty.Concat(open).Concat(missing)), StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);

    private static KannelOptions Good() => new()
    {
        Username = "traffic",
        Password = "a secret",
        From = "Niaba",
        ReportUrl = "http://127.0.0.1:5480/sms/report",
    };
}
