using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;
using Gateway.Testing.Pki;

namespace Gateway.Benchmarks.Crypto;

/// <summary>
/// <c>crypto</c>: one CMS signature of a batch against the bare P-256 signature of the platform, in turn.
/// </summary>
internal static class CryptoCommand
{
    private const int PerSlice = 2_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var rounds = new Option<int>(
            "--rounds")
        { Description = "Slices of each kind, taken in turn", DefaultValueFactory = _ => 20 };
        var command = new Command("crypto", "One signed batch against one bare ECDSA P-256 signature.") { rounds };
        command.SetAction(parsed => Run(parsed.GetValue(rounds)));
        return command;
    }

    private static void Run(int rounds)
    {
        var certificate = TestPki.Shared.KeyPair("signing");
        using var key = certificate.GetECDsaPrivateKey()!;
        using var signer = new CertificateBatchSigner(certificate, []);
        var batch = new Batch
        {
            Origin = "traffic-gateway.benchmark/gw-1/00000000",
            Size = 1,
            Root = RandomNumberGenerator.GetBytes(32),
            Entries = [RandomNumberGenerator.GetBytes(32)],
        };
        var digest = RandomNumberGenerator.GetBytes(32);
        var time = TimeProvider.System.GetUtcNow();
        var bare = new Slices(() => key.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence));
        var whole = new Slices(() => signer.Sign(batch, time));
        bare.Run(PerSlice);
        whole.Run(PerSlice);
        bare.Reset();
        whole.Reset();
        for (var round = 0; round < rounds; round++)
        {
            bare.Run(PerSlice);
            whole.Run(PerSlice);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            bare ECDSA P-256 signature   {bare.Microseconds,8:F1} us  {bare.Bytes,8:F0} bytes allocated
            signed batch (whole CMS)     {whole.Microseconds,8:F1} us  {whole.Bytes,8:F0} bytes allocated
            whole / bare                 {whole.Microseconds / bare.Microseconds,8:F2}     (to stay below 1.3)
            """));
    }

    private sealed class Slices(Func<byte[]> work)
    {
        private readonly List<double> _microseconds = [];
        private long _bytes;
        private long _count;

        /// <summary>Median over the slices of the mean time of one.</summary>
        public double Microseconds => _microseconds.Order().ElementAt(_microseconds.Count / 2);

        public double Bytes => (double)_bytes / _count;

        public void Run(int count)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < count; i++)
                work();
            _microseconds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / count);
            _bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            _count += count;
        }

        public void Reset()
        {
            _microseconds.Clear();
            _bytes = 0;
            _count = 0;
        }
    }
}
