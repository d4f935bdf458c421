using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Benchmarks.Load;
using Gateway.Clearance;
using Gateway.Contracts.V1;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using ClearanceVerdict = Gateway.Clearance.ClearanceVerdict;

namespace Gateway.Benchmarks.Clearances;

/// <summary>
/// Certificates a second over mutual TLS from a SQLite file, and what tells how fast this machine is: signed inquiries
/// of the same tellers about the same vehicles, and bare signatures.
/// </summary>
internal static class IssueRates
{
    private const int ToReach = 200;
    private const int WarmUp = 400;
    private const int OfOneTeller = 200;
    private static readonly TimeSpan BareSlice = TimeSpan.FromSeconds(0.5);

    /// <summary>Measures, and checks each code that was issued.</summary>
    public static async Task MeasureAsync(ClearanceSettings settings, TextWriter output)
    {
        var directory = TestFolders.Create();
        try
        {
            // Filling the database is not what is measured: a server of its own does it.
            await using (await ServerProcess.StartAsync(directory, TestPki.Shared.Directory, settings.Fines))
            {
            }

            var vehicles = new Queue<ClearVehicle>(ClearVehicle.Read(Path.Combine(directory, "prosecution.db")));
            await using var server = await ServerProcess.StartAsync(
                directory, TestPki.Shared.Directory, settings.Fines);
            await MeasureAsync(server, settings, vehicles, output);
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    private static async Task MeasureAsync(
        ServerProcess server, ClearanceSettings settings, Queue<ClearVehicle> vehicles, TextWriter output)
    {
        var tellers = settings.Connections * settings.Tellers;
        output.WriteLine(
            $"Issuing: {tellers} tellers over {settings.Connections} connections, {settings.Rounds} rounds of "
            + $"{settings.Certificates} certificates; client and server share this machine");
        using var driver = new TellerDriver(server.Address, settings.Connections);
        var codes = new List<string>();
        var (issues, inquiries, alone) = (new TellerTally(), new TellerTally(), new TellerTally());
        await RoundAsync(Take(vehicles, WarmUp), tellers, new TellerTally(), new TellerTally());
        var bare = new List<double>();
        for (var round = 0; round < settings.Rounds; round++)
        {
            await RoundAsync(Take(vehicles, settings.Certificates), tellers, issues, inquiries);
            bare.Add(BareSignaturesPerSecond());
        }

        await RoundAsync(Take(vehicles, OfOneTeller), 1, alone, new TellerTally());
        var genuine = Genuine(codes);
        if (genuine != codes.Count)
            throw new InvalidOperationException($"Of {codes.Count} codes {genuine} are genuine.");
        Report(issues, inquiries, alone, bare.Order().ElementAt(bare.Count / 2), codes.Count, output);

        async Task RoundAsync(List<ClearVehicle> asked, int count, TellerTally issued, TellerTally inquired)
        {
            var answers = await TimedAsync(
                TellerDriver.Issue, asked.Select(vehicle => vehicle.IssueRequest()), count, issued);
            codes.AddRange(answers.Select(answer =>
                IssueClearanceCertificateResponse.Parser.ParseFrom(answer.Bytes).Certificate.QrText));
            await TimedAsync(TellerDriver.Inquire, asked.Select(vehicle => vehicle.InquiryRequest()), count, inquired);
        }

        async Task<IReadOnlyList<TellerAnswer>> TimedAsync(
            Grpc.Core.Method<byte[], byte[]> method, IEnumerable<byte[]> requests, int count, TellerTally tally)
        {
            var before = server.ProcessorTime;
            var round = await driver.RunAsync(method, requests, count);
            tally.Add(round, server.ProcessorTime - before);
            return round.Answers;
        }
    }

    private static List<ClearVehicle> Take(Queue<ClearVehicle> vehicles, int count) =>
        vehicles.Count >= count
            ? [.. Enumerable.Range(0, count).Select(_ => vehicles.Dequeue())]
            : throw new InvalidOperationException("The database has too few vehicles without fines: raise --fines.");

    // The first signature of a certificate's key, without anything else, on one thread.
    private static double BareSignaturesPerSecond()
    {
        using var certificate = TestPki.Shared.KeyPair("clearance-signing");
        using var key = certificate.GetECDsaPrivateKey()!;
        var digest = RandomNumberGenerator.GetBytes(32);
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        for (; Stopwatch.GetElapsedTime(start) < BareSlice; count++)
            key.SignHash(digest);
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static int Genuine(List<string> codes)
    {
        var folder = TestPki.Shared.Directory;
        using var root = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, "clearance-root-1.pem"));
        var trust = TrustList.Read(
            File.ReadAllBytes(Path.Combine(folder, "trust-list.cbor")),
            [root.PublicKey.ExportSubjectPublicKeyInfo()]);
        var verifier = new ClearanceVerifier(trust, null);
        var now = TimeProvider.System.GetUtcNow();
        return codes.Distinct().Count(code =>
            verifier.Check(code, now).Verdict == ClearanceVerdict.GenuineRevocationUnknown);
    }

    private static void Report(
        TellerTally issues, TellerTally inquiries, TellerTally alone, double bare, int codes, TextWriter output) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            certificates a second, slowest round      {issues.SlowestPerSecond,8:F0}   (to reach {ToReach})
            certificates a second, median             {issues.PerSecond,8:F0}   ({issues.ProcessorPerCall.TotalMicroseconds:F0} us of server CPU each)
              p50, p99                                {issues.Milliseconds(0.5),8:F1} {issues.Milliseconds(0.99):F1} ms
              p50, p99 of one teller alone            {alone.Milliseconds(0.5),8:F1} {alone.Milliseconds(0.99):F1} ms
            signed inquiries a second, the same way   {inquiries.PerSecond,8:F0}   ({inquiries.ProcessorPerCall.TotalMicroseconds:F0} us of server CPU each)
            bare ECDSA P-256 signatures a second      {bare,8:F0}   (one thread)
            codes checked afterwards, all genuine     {codes,8}

            certificates / inquiries                  {issues.PerSecond / inquiries.PerSecond,8:F2}
            certificates / bare signatures            {issues.PerSecond / bare,8:F3}

            """));
}
