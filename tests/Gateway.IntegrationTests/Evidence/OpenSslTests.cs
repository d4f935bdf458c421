using System.Security.Cryptography;
using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Evidence;

/// <summary>What <c>--save</c> keeps, walked through as a court would, with openssl alone.</summary>
public sealed class OpenSslTests
{
    private static readonly string[] Files =
        ["request.bin", "response.bin", "statement.json", "batch.txt", "batch.p7s", "chain.pem"];

    [ToolFact("openssl")]
    public async Task SavedAnswer_Walked_IsAccepted()
    {
        await using var gateway = await TestGateway.StartAsync();
        var kept = await SaveAsync(gateway);

        var faults = await WalkAsync(kept);

        Assert.Equal(Files.Order(), Files.Where(file => File.Exists(Path.Combine(kept, file))).Order());
        Assert.Empty(faults);
    }

    [ToolFact("openssl")]
    public async Task SavedAnswer_WithAChangedBit_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync();
        var kept = await SaveAsync(gateway);
        var random = new Random(1);

        foreach (var file in new[] { "request.bin", "response.bin", "statement.json", "batch.txt" })
        {
            for (var i = 0; i < 8; i++)
                Assert.NotEmpty(await WalkChangedAsync(
                    kept, file, random.Next((int)new FileInfo(Path.Combine(kept, file)).Length), random));
        }

        // The signature's value is the last thing in the file.
        var end = (int)new FileInfo(Path.Combine(kept, "batch.p7s")).Length;
        for (var i = 0; i < 8; i++)
            Assert.NotEmpty(await WalkChangedAsync(kept, "batch.p7s", random.Next(end - 60, end), random));
    }

    private static async Task<string> SaveAsync(TestGateway gateway)
    {
        var kept = Path.Combine(gateway.Directory, "kept");
        var run = await TrafficGw.RunAsync(
            gateway.Address, "branch-00001", "fines", "inquire", "--plate", "ق ب ل 1234", "--save", kept);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return kept;
    }

    private static async Task<IReadOnlyList<string>> WalkChangedAsync(string kept, string file, int at, Random random)
    {
        var copy = TestFolders.Create();
        try
        {
            foreach (var name in Files)
                File.Copy(Path.Combine(kept, name), Path.Combine(copy, name));
            var bytes = await File.ReadAllBytesAsync(Path.Combine(copy, file));
            bytes[at] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Path.Combine(copy, file), bytes);
            return await WalkAsync(copy);
        }
        finally
        {
            TestFolders.Delete(copy);
        }
    }

    private static async Task<IReadOnlyList<string>> WalkAsync(string folder)
    {
        var faults = new List<string>();
        var statement = await File.ReadAllTextAsync(Path.Combine(folder, "statement.json"));
        var batch = await File.ReadAllLinesAsync(Path.Combine(folder, "batch.txt"));
        foreach (var message in new[] { "request", "response" })
        {
            if (!statement.Contains(
                $"\"{message}_sha256\":\"{await DigestAsync(folder, message + ".bin")}\"", StringComparison.Ordinal))
                faults.Add(message);
        }

        var digest = await DigestAsync(folder, "statement.json");
        if (!batch.Contains(digest))
            faults.Add("statement");
        var cms = await OpenSslCms.RunAsync(folder);
        if (cms.ExitCode != 0)
            faults.Add(cms.Error);
        return faults;
    }

    private static async Task<string> DigestAsync(string folder, string file)
    {
        var run = await ToolRun.RunAsync("openssl", ["dgst", "-sha256", "-r", file], folder);
        Assert.Equal(Convert.ToHexStringLower(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, file)))), run.Output[..64]);
        return run.Output[..64];
    }
}
