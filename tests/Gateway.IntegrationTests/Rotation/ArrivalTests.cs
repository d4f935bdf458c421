using Gateway.Server.Pki;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Rotation;

/// <summary>The ways in which changed files really arrive.</summary>
public sealed class ArrivalTests : IDisposable
{
    private const int Refused = 5102;
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);
    private readonly PkiFolder _pki = new();

    public void Dispose() => _pki.Dispose();

    [Fact]
    public async Task Server_RenamedIntoPlace_IsShownToNewConnectionsWithinTwoSeconds()
    {
        await using var gateway = await StartAsync();
        var made = _pki.MakeServer().Thumbprint;

        _pki.Bring("server.key", "server.pem");
        var taken = await gateway.UntilAsync(pki => pki.Server.Certificate.Thumbprint == made, "new certificate");

        Assert.True(taken < Allowed, $"{taken}");
        Assert.Equal(made, await gateway.ServerAsync());
    }

    [Theory]
    [InlineData("server.pem", "server.key")]
    [InlineData("server.key", "server.pem")]
    public async Task Server_OneFileLongBeforeTheOther_IsWaitedFor(string first, string second)
    {
        await using var gateway = await StartAsync("00:01:00");
        var before = await gateway.ServerAsync();
        var made = _pki.MakeServer().Thumbprint;

        _pki.Bring(first);
        await gateway.UntilAsync("server certificate", PartStateKind.Waiting);
        var meanwhile = await gateway.ServerAsync();
        _pki.Bring(second);
        var taken = await gateway.UntilAsync(pki => pki.Server.Certificate.Thumbprint == made, "new certificate");

        Assert.Equal(before, meanwhile);
        Assert.True(taken < Allowed, $"{taken}");
    }

    [Fact]
    public async Task Server_WrittenInPlacePieceByPiece_IsTakenOnceItIsWhole()
    {
        await using var gateway = await StartAsync("00:01:00");
        var before = await gateway.ServerAsync();
        var made = _pki.MakeServer().Thumbprint;
        var pem = await File.ReadAllTextAsync(_pki.MadePath("server.pem"));

        await File.WriteAllTextAsync(
            _pki.PathOf("server.key"), await File.ReadAllTextAsync(_pki.MadePath("server.key")));
        await File.WriteAllTextAsync(_pki.PathOf("server.pem"), pem[..(pem.Length / 2)]);
        await gateway.UntilAsync("server certificate", PartStateKind.Waiting);
        var meanwhile = await gateway.ServerAsync();
        await File.AppendAllTextAsync(_pki.PathOf("server.pem"), pem[(pem.Length / 2)..]);
        var taken = await gateway.UntilAsync(pki => pki.Server.Certificate.Thumbprint == made, "new certificate");

        Assert.Equal(before, meanwhile);
        Assert.True(taken < Allowed, $"{taken}");
    }

    [Fact]
    public async Task All_SwappedAsKubernetesDoes_AreTaken()
    {
        var mount = TestFolders.Create();
        Directory.CreateSymbolicLink(Path.Combine(mount, "..data"), _pki.Directory);
        foreach (var file in Directory.GetFiles(_pki.Directory).Select(Path.GetFileName))
            File.CreateSymbolicLink(Path.Combine(mount, file!), Path.Combine("..data", file!));
        await using var gateway = await StartAsync(mount: mount);
        using var next = new PkiFolder();
        var made = next.MakeServer().Thumbprint;
        next.Bring("server.key", "server.pem");

        Directory.CreateSymbolicLink(Path.Combine(mount, "..data_tmp"), next.Directory);
        var swap = await ToolRun.RunAsync("mv", ["-T", "..data_tmp", "..data"], mount);
        var taken = await gateway.UntilAsync(pki => pki.Server.Certificate.Thumbprint == made, "new certificate");

        Assert.Equal(0, swap.ExitCode);
        Assert.True(taken < Allowed, $"{taken}");
        Assert.Equal(made, await gateway.ServerAsync());
        TestFolders.Delete(mount);
    }

    [Fact]
    public async Task Server_ChangedWhereTheSystemTellsNothing_IsFoundByReading()
    {
        var mount = TestFolders.Create();
        foreach (var file in Directory.GetFiles(_pki.Directory).Select(Path.GetFileName))
            File.CreateSymbolicLink(Path.Combine(mount, file!), _pki.PathOf(file!));
        await using var gateway = await StartAsync(mount: mount);
        var made = _pki.MakeServer().Thumbprint;

        _pki.Bring("server.key", "server.pem");
        var taken = await gateway.UntilAsync(pki => pki.Server.Certificate.Thumbprint == made, "new certificate");

        Assert.True(taken < Allowed, $"{taken}");
        TestFolders.Delete(mount);
    }

    [Fact]
    public async Task Server_KeyOfAnother_IsRefusedOnceAndTheOldOneStays()
    {
        await using var gateway = await StartAsync();
        gateway.Log.Expect(Refused);
        var before = await gateway.ServerAsync();
        _pki.MakeServer();

        _pki.Bring("server.pem");
        await gateway.UntilAsync("server certificate", PartStateKind.Refused);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        var ready = await gateway.ReadyAsync();
        var after = await gateway.ServerAsync();
        _pki.Bring("server.key");
        await gateway.UntilAsync("server certificate", PartStateKind.InForce);

        Assert.Equal(before, after);
        Assert.Contains("certificates and keys: Degraded server certificate refused: ", ready, StringComparison.Ordinal);
        Assert.Single(gateway.Log.Lines, line => line.Contains("is refused", StringComparison.Ordinal));
        Assert.DoesNotContain("refused", await gateway.ReadyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_WhileTheServerCertificateIsBroken_IsTakenNevertheless()
    {
        await using var gateway = await StartAsync();
        gateway.Log.Expect(Refused);
        await File.WriteAllTextAsync(_pki.PathOf("server.pem"), "broken");
        _pki.MakePolicy(policy => policy.Replace(
            "\"denied\": []", "\"denied\": [ \"spiffe://post.gov.eg/branch/00002\" ]", StringComparison.Ordinal));

        _pki.Bring("access-policy.json");
        await gateway.UntilAsync("server certificate", PartStateKind.Refused);

        var refused = await Testing.Gateways.Refused.ByAsync(
            gateway.Connect("branch-00002").Fines.InquireFinesAsync(Some.Inquiry()));
        Assert.Equal("CERTIFICATE_REVOKED", refused.Reason);
    }

    private Task<TestGateway> StartAsync(string settle = "00:00:01", string? mount = null)
    {
        var settings = new Dictionary<string, string?>(_pki.Settings) { ["Gateway:Pki:SettleTime"] = settle };
        if (mount is not null)
        {
            // The policy's folder is watched too, and would tell.
            settings["Gateway:Pki:Directory"] = mount;
            settings["Gateway:Pki:AccessPolicy"] = Path.Combine(mount, "access-policy.json");
        }

        return TestGateway.StartAsync(new TestGatewaySettings { More = settings });
    }
}
