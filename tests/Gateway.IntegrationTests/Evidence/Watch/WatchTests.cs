using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Evidence.Watch;

/// <summary>The post's monitor against a gateway whose log is as it should be, and against none.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly Monitor _monitor = new();

    public void Dispose() => _monitor.Dispose();

    [Fact]
    public async Task Watch_LogThatGrows_FindsAllThatBranchesReceivedAndCosigns()
    {
        await using var gateway = await TestGateway.StartAsync();
        await _monitor.ReceiveAsync(gateway.Address, "1");

        var first = (await _monitor.RunAsync(gateway.Address)).AssertGood();
        await _monitor.ReceiveAsync(gateway.Address, Path.Combine("later", "2"));
        await _monitor.ReceiveAsync(gateway.Address, Path.Combine("later", "3"));
        var second = (await _monitor.RunAsync(gateway.Address)).AssertGood();
        var third = (await _monitor.RunAsync(gateway.Address)).AssertGood();

        Assert.Equal((1, 2, 0), (first.Checked, second.Checked, third.Checked));
        Assert.True(first.Size < second.Size && second.Size < third.Size);
        Assert.Equal(second.Size, (long)third.Told["previous"]!["size"]!);
        Assert.StartsWith("post.gov.eg/hub/central+", third.Witness, StringComparison.Ordinal);
    }

    [ToolFact("go", "/usr/share/gocode/src/golang.org/x/mod/sumdb/note/note.go")]
    public async Task Checkpoint_CosignedByTheMonitor_IsVerifiedByGo()
    {
        await using var gateway = await TestGateway.StartAsync();
        var round = (await _monitor.RunAsync(gateway.Address)).AssertGood();

        var run = await Monitor.GoAsync(round.Cosigned!, round.Witness);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.StartsWith($"{round.Origin}: size {round.Size}, cosigned at ", run.Output, StringComparison.Ordinal);
        var good = await File.ReadAllTextAsync(round.Cosigned!);
        await File.WriteAllTextAsync(
            round.Cosigned!, good.Replace($"\n{round.Size}\n", $"\n{round.Size + 1}\n", StringComparison.Ordinal));
        Assert.NotEqual(0, (await Monitor.GoAsync(round.Cosigned!, round.Witness)).ExitCode);
    }

    [ToolFact("openssl")]
    public async Task CosignedHead_Kept_HasTheGatewaysSignatureForOpenssl()
    {
        await using var gateway = await TestGateway.StartAsync();
        var round = (await _monitor.RunAsync(gateway.Address)).AssertGood();

        var run = await OpenSslCms.RunAsync(Path.GetDirectoryName(round.Cosigned)!);

        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Fact]
    public async Task Record_DamagedOrGone_EndsTheMonitorAndIsLeftAlone()
    {
        await using var gateway = await TestGateway.StartAsync();
        await _monitor.RunAsync(gateway.Address);
        var file = Path.Combine(_monitor.Record, "record.txt");
        var damaged = (await File.ReadAllTextAsync(file)).Replace("head dHJh", "head eHJh", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, damaged);

        var run = await _monitor.RunAsync(gateway.Address);
        var again = await _monitor.RunAsync(gateway.Address, "--begin");
        Assert.Equal(damaged, await File.ReadAllTextAsync(file));
        Directory.Delete(_monitor.Record, recursive: true);
        Directory.CreateDirectory(_monitor.Record);
        var gone = await _monitor.RunAsync(gateway.Address);

        Assert.Equal((3, "evidence"), (run.ExitCode, (string)run.Told["error"]!["kind"]!));
        Assert.Contains("damaged", (string)run.Told["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal((2, 2), (again.ExitCode, gone.ExitCode));
    }

    [Fact]
    public async Task Key_ThatOthersMayRead_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync();
        await _monitor.RunAsync(gateway.Address);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(_monitor.Record, "witness-key.pem"), (UnixFileMode)0b110_100_000);

        var run = await _monitor.RunAsync(gateway.Address);

        Assert.Equal((2, "usage"), (run.ExitCode, (string)run.Told["error"]!["kind"]!));
        Assert.Contains("0600", (string)run.Told["error"]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Received_ThatCannotBeChecked_EndsWithThreeAndNothingIsCosigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        await _monitor.ReceiveAsync(gateway.Address, "1");
        await File.AppendAllTextAsync(Path.Combine(_monitor.Received, "1", "statement.json"), " ");

        var round = await _monitor.RunAsync(gateway.Address);

        Assert.Equal((3, null), (round.ExitCode, round.Cosigned));
        Assert.EndsWith("1", (string)round.Told["received"]!["faults"]![0]!["folder"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_ThatDoesNotListen_IsNoAlarm()
    {
        var round = await _monitor.RunAsync(new Uri("https://127.0.0.1:1"));

        Assert.Equal((4, "unreachable"), (round.ExitCode, (string)round.Told["error"]!["kind"]!));
        Assert.False(Directory.Exists(_monitor.Alarms));
    }
}
