using System.Collections.Concurrent;
using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.IntegrationTests.Evidence;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;
using Grpc.Core;
using Xunit.Abstractions;

namespace Gateway.IntegrationTests.Crash;

/// <summary>
/// The disk of books and evidence log fills up under load, again and again: what was answered is there, and each
/// request is carried out once.
/// </summary>
public sealed class DiskFullTests(ITestOutputHelper output)
{
    private const int DatabaseFailed = 2001;
    private const int Rounds = 3;
    private const int Counters = 4;
    private const int AnswersARound = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentBag<VerifiedAnswer> _evidence = [];
    private int _settled;
    private int _refused;

    [MountFact]
    public async Task DiskFull_UnderSettlementLoad_LosesNothingThatWasAnswered()
    {
        await using var disk = await SmallDisk.MountAsync(mebibytes: 24);
        await using (var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            Directory = disk.Directory,
            More = new Dictionary<string, string?> { ["Gateway:Database:SampleFines"] = "4000" },
        }))
        {
            gateway.Log.Expect(DatabaseFailed);
            gateway.Log.ExpectFrom("Gateway.");
            var plates = new ConcurrentQueue<(string Letters, string Digits)>(
                await gateway.Ledger.DebtorsAsync(int.MaxValue));
            using var stop = new CancellationTokenSource();
            var counters = Enumerable.Range(0, Counters)
                .Select(_ => Task.Run(() => SettleOnAndOnAsync(gateway, plates, stop.Token)))
                .ToList();
            for (var round = 0; round < Rounds; round++)
            {
                await MoreAsync(() => _settled, AnswersARound);
                disk.Fill();
                await MoreAsync(() => _refused, Counters);
                disk.Free();
            }

            await MoreAsync(() => _settled, AnswersARound);
            await stop.CancelAsync();
            await Task.WhenAll(counters);
            Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
        }

        KeptEvidence.AssertInLog(disk.Directory, _evidence);
        var fsck = (await Fsck.RunAsync(disk.Directory)).AssertSound();
        Assert.Equal(_settled, (long)fsck.Told["database"]!["changes"]!);
        output.WriteLine($"{_settled} settled, {_refused} refused, {_evidence.Count} answers kept, log of "
            + $"{fsck.Log["size"]}, {fsck.Told["database"]!["repeats"]} repeats");
    }

    private static Task MoreAsync(Func<int> count, int more)
    {
        var enough = count() + more;
        return Until.SoAsync(() => count() >= enough, "the counters go on");
    }

    private async Task SettleOnAndOnAsync(
        TestGateway gateway, ConcurrentQueue<(string Letters, string Digits)> plates, CancellationToken stop)
    {
        GatewayClient client;
        lock (plates)
            client = gateway.Connect(onVerified: _evidence.Add, retry: new RetryOptions { Attempts = 1 });
        while (!stop.IsCancellationRequested && plates.TryDequeue(out var plate))
        {
            var subject = Some.Plate(plate.Letters, plate.Digits);
            var fines = await UntilAnsweredAsync(() => Some.OutstandingAsync(client, subject));
            var request = Some.Settlement(subject, fines);
            await UntilAnsweredAsync<SettleFinesResponse>(async () =>
                await client.Settlements.SettleFinesAsync(request, cancellationToken: CancellationToken.None));
            Interlocked.Increment(ref _settled);
        }
    }

    // The same request again, until there is room.
    private async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable)
            {
                Interlocked.Increment(ref _refused);
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }
}
