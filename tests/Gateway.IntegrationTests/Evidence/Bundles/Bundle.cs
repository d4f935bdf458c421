using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Evidence.Bundles;

/// <summary>A bundle as <c>trafficgw evidence bundle</c> wrote it, and its <c>VERIFY.md</c> followed to the letter.</summary>
internal sealed partial class Bundle(string folder)
{
    private const string Guide = "VERIFY.md";

    /// <summary>Names of its files.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>Has it written for a call, as the caller that is named.</summary>
    public static async Task<Bundle> WriteAsync(
        TestGateway gateway, Guid callId, string caller = "auditor", params string[] more)
    {
        var folder = Path.Combine(gateway.Directory, $"bundle-{Directory.GetDirectories(gateway.Directory).Length}");
        var run = await TrafficGw.RunAsync(
            gateway.Address, caller, ["evidence", "bundle", callId.ToString(), "--out", folder, .. more]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return new Bundle(folder);
    }

    /// <summary>The content of a file.</summary>
    public byte[] Read(string file) => File.ReadAllBytes(Path.Combine(folder, file));

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

    /// <summary>Follows the guide with one file changed, and puts it back.</summary>
    /// <param name="file">Which.</param>
    /// <param name="change">How.</param>
    /// <param name="fixSums">Whether the sum of the file in the guide is brought in line.</param>
    public async Task<ToolRun> FollowChangedAsync(string file, Func<byte[], byte[]> change, bool fixSums)
    {
        var (before, guide) = (Read(file), Read(Guide));
        try
        {
            var changed = change([.. before]);
            await File.WriteAllBytesAsync(Path.Combine(folder, file), changed);
            if (fixSums)
            {
                await File.WriteAllTextAsync(
                    Path.Combine(folder, Guide),
                    Encoding.UTF8.GetString(guide).Replace(Sum(before), Sum(changed), StringComparison.Ordinal));
            }

            return await FollowAsync();
        }
        finally
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file), before);
            await File.WriteAllBytesAsync(Path.Combine(folder, Guide), guide);
        }
    }

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    [GeneratedRegex("^```sh\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ShellBlocks();
}
