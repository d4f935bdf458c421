using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Evidence.Bundles;

/// <summary>A bundle as <c>trafficgw evidence bundle</c> wrote it, and its <c>VERIFY.md</c> followed to the
/// letter.</summary>
internal sealed partial class Bundle(string folder)
{
    private const string Guide = "VERIFY.md";

    /// <summary>Names of its files.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Has it written for a call, as the caller that is named.</summary>
    public static Task<Bundle> WriteAsync(
        TestGateway gateway, Guid callId, string caller = "auditor", params string[] more) =>
        WriteAsync(gateway, caller, [callId.ToString(), .. more]);

    /// <summary>Has it written for an answer that the arguments name.</summary>
    public static async Task<Bundle> WriteAsync(TestGateway gateway, string caller, string[] arguments)
    {
        var folder = Path.Combine(gateway.Directory, $"bundle-{Directory.GetDirectories(gateway.Directory).Length}");
        var run = await TrafficGw.RunAsync(
            gateway.Address, caller, ["evidence", "bundle", .. arguments, "--out", folder]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return new Bundle(folder);
    }

    /// <summary>The content of a file.</summary>
    public byte[] Read(string file) => File.ReadAllBytes(Path.Combine(folder, file));

    /// <summary>Writes a file.</summary>
    public void Write(string file, byte[] content) => File.WriteAllBytes(Path.Combine(folder, file), content);

    /// <summary>Takes a file away.</summary>
    public void Delete(string file) => File.Delete(Path.Combine(folder, file));

    /// <summary>Runs every command of the guide, one block after the other in one shell.</summary>
    public async Task<ToolRun> FollowAsync()
    {
        var commands = string.Join('\n', ShellBlocks().Matches(Encoding.UTF8.GetString(Read(Guide)))
            .Select(block => block.Groups[1].Value));
        return await ToolRun.RunAsync("sh", ["-c", commands], folder, new Dictionary<string, string>
        {
            ["ROOT"] = Path.Combine(TestPki.Shared.Directory, "signing-root.pem"),
            ["TSAROOT"] = Path.Combine(TestPki.Shared.Directory, "tsa-root.pem"),
        });
    }

    /// <summary>Runs <c>trafficgw evidence verify</c> on it.</summary>
    /// <param name="more">Further arguments; without any, both roots are those of the tests.</param>
    public Task<ToolRun> VerifyAsync(params string[] more) => ToolRun.RunAsync(
        "dotnet", [TrafficGw.Assembly, "evidence", "verify", folder, .. more.Length > 0 ? more : Roots]);

    /// <summary>Does something with one file changed, and puts it back.</summary>
    /// <param name="file">Which.</param>
    /// <param name="change">How.</param>
    /// <param name="fixSums">Whether its sum in the guide, and that of the guide, are brought in line.</param>
    /// <param name="run">What is done.</param>
    public async Task<ToolRun> WithChangedAsync(
        string file, Func<byte[], byte[]> change, bool fixSums, Func<Task<ToolRun>> run)
    {
        var (before, guide) = (Read(file), Read(Guide));
        try
        {
            var changed = change([.. before]);
            Write(file, changed);
            if (fixSums)
                Write(Guide, Encoding.UTF8.GetBytes(InLine(guide, before, changed)));
            return await run();
        }
        finally
        {
            Write(file, before);
            Write(Guide, guide);
        }
    }

    private static string[] Roots =>
    [
        "--roots", Path.Combine(TestPki.Shared.Directory, "signing-root.pem"),
        "--tsa-root", Path.Combine(TestPki.Shared.Directory, "tsa-root.pem"),
    ];

    private static string InLine(byte[] guide, byte[] before, byte[] changed)
    {
        var text = Encoding.UTF8.GetString(guide).Replace(Sum(before), Sum(changed), StringComparison.Ordinal);
        var withoutOwn = OwnSum().Replace(text, "");
        return OwnSum().Replace(text, $"guide={Sum(Encoding.UTF8.GetBytes(withoutOwn))}\n");
    }

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    [GeneratedRegex("^guide=.*\n", RegexOptions.Multiline)]
    private static partial Regex OwnSum();

    [GeneratedRegex("^```sh\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ShellBlocks();
}
