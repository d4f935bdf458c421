using System.Runtime.Versioning;
using Gateway.Server.Pki;
using Gateway.Testing.Gateways;

namespace Gateway.UnitTests.Server.Pki;

[UnsupportedOSPlatform("windows")]
public sealed class FileSnapshotTests : IDisposable
{
    private readonly string _folder = TestFolders.Create();

    public void Dispose() => TestFolders.Delete(_folder);

    [Fact]
    public void Digest_ContentModeOrNameChanged_IsAnother()
    {
        Write("a", "one");
        File.SetUnixFileMode(Path.Combine(_folder, "a"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var digests = new HashSet<string> { Digest() };

        Write("a", "two");
        digests.Add(Digest());
        File.SetUnixFileMode(Path.Combine(_folder, "a"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        digests.Add(Digest());
        Write("b", "");
        digests.Add(Digest());
        File.Delete(Path.Combine(_folder, "a"));
        digests.Add(Digest());

        Assert.Equal(5, digests.Count);
    }

    [Fact]
    public void Digest_WrittenAgainWithTheSameContent_IsTheSame()
    {
        Write("a", "one");
        var before = Digest();

        Write("a", "one");

        Assert.Equal(before, Digest());
    }

    [Fact]
    public void Bytes_ChangedAfterwards_AreThoseThatWereRead()
    {
        Write("a", "one");
        using var files = FileSnapshot.Read(_folder, ["a"]);

        Write("a", "two");

        Assert.Equal("one"u8.ToArray(), files.Bytes("a").ToArray());
    }

    [Fact]
    public void SecretBytes_LinkToAFileThatOthersMayRead_AreRefused()
    {
        Write("secret", "key");
        File.SetUnixFileMode(Path.Combine(_folder, "secret"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(Path.Combine(_folder, "a"), "secret");
        using var files = FileSnapshot.Read(_folder, ["a"]);

        var refused = Assert.Throws<InvalidDataException>(() => files.SecretBytes("a"));

        Assert.Contains("others may read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_OfAMissingFile_AreRefusedWithItsPath()
    {
        using var files = FileSnapshot.Read(_folder, ["a"]);

        var refused = Assert.Throws<InvalidDataException>(() => files.Bytes("a"));

        Assert.False(files.Has("a"));
        Assert.Contains(Path.Combine(_folder, "a"), refused.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private string Digest()
    {
        using var files = FileSnapshot.Read(_folder, ["a", "b"]);
        return files.Digest;
    }
}
