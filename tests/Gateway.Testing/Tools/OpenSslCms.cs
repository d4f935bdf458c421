using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;

namespace Gateway.Testing.Tools;

/// <summary>Verifies a batch's signature by <c>openssl cms</c>, as EVIDENCE's walk for a court does.</summary>
internal static class OpenSslCms
{
    /// <summary>Verifies, and throws with what openssl says where it refuses.</summary>
    public static async Task VerifyAsync(byte[] batch, byte[] signature)
    {
        var folder = TestFolders.Create();
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "batch.txt"), batch);
            await File.WriteAllBytesAsync(Path.Combine(folder, "batch.p7s"), signature);
            var run = await RunAsync(folder);
            if (run.ExitCode != 0)
                throw new InvalidOperationException("openssl refuses the signature: " + run.Error);
        }
        finally
        {
            TestFolders.Delete(folder);
        }
    }

    /// <summary>Runs the verification on the files of a folder; a <c>chain.pem</c> there is used.</summary>
    public static Task<ToolRun> RunAsync(string folder)
    {
        var root = Path.Combine(TestPki.Shared.Directory, "signing-root.pem");
        List<string> arguments =
        [
            "cms", "-verify", "-binary", "-inform", "DER", "-in", "batch.p7s", "-content", "batch.txt",
            "-CAfile", root, "-purpose", "any", "-cades", "-out", "/dev/null",
        ];
        if (File.Exists(Path.Combine(folder, "chain.pem")))
            arguments.AddRange(["-certfile", "chain.pem"]);
        return ToolRun.RunAsync("openssl", arguments, folder);
    }
}
