using System.Security.Cryptography;
using System.Text;
using Gateway.Clearance;
using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Clearances;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Clearances.Verifier;

/// <summary>A verifier's page as the command makes it, and those who issue what it checks.</summary>
internal sealed class OfflinePage : IDisposable
{
    /// <summary>Where its files are.</summary>
    public string Folder { get; } = TestFolders.Create();

    /// <summary>Those whose root it has pinned.</summary>
    public ClearanceParties Parties { get; } = new();

    /// <summary>Makes it.</summary>
    /// <param name="trust">The trust list that it begins with, if any.</param>
    /// <param name="revocations">The revocation list that it begins with, if any.</param>
    /// <returns>Its path.</returns>
    public Task<string> MakeAsync(byte[]? trust = null, byte[]? revocations = null)
    {
        var root = Write("root.pem", PemEncoding.WriteString("PUBLIC KEY", Parties.Root.PublicKey.Span));
        List<string> lists = [];
        if (trust is not null)
            lists.AddRange(["--trust", Write("made-trust.cbor", trust)]);
        if (revocations is not null)
            lists.AddRange(["--revocations", Write("made-revocations.cbor", revocations)]);
        return MakeAsync(Folder, ["--root", root, .. lists]);
    }

    /// <summary>The same with both lists in date; nothing but these codes is revoked.</summary>
    public Task<string> MakeCurrentAsync(params (CredentialId Id, RevokedAs As)[] revoked) =>
        MakeAsync(Parties.TrustListFile(), Parties.RevocationsFile(revoked));

    /// <summary>Makes a page of any lists.</summary>
    public static async Task<string> MakeAsync(string folder, IReadOnlyList<string> options)
    {
        var page = Path.Combine(folder, $"verifier-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}.html");
        var run = await ToolRun.RunAsync(
            "dotnet", [TrafficGw.Assembly, "clearance", "verifier", "--out", page, .. options]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return page;
    }

    /// <summary>Writes a file into the folder.</summary>
    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes a text into the folder.</summary>
    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <inheritdoc/>
    public void Dispose()
    {
        Parties.Dispose();
        TestFolders.Delete(Folder);
    }
}
