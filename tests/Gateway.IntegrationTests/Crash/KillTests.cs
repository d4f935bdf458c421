using System.Collections.Concurrent;
using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.IntegrationTests.Evidence;
using Gateway.Testing.Gateways;
using Google.Protobuf;
using Grpc.Core;
using Xunit.Abstractions;

namespace Gateway.IntegrationTests.Crash;

/// <summary>
/// <c>kill -9</c> under load: what was answered is there, what was not is whole or absent, and every evidence is in the
/// log.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 50;
    private const int FewestKills = 10;
    private const int Counters = 8;
    private const int AnswersBeforeKill = 3;
    private static readonly TimeSpan BeforeKill = TimeSpan.FromMilliseconds(100);

    // On a machine that is too busy for fifty, as many as there is time for.
    private static readonly TimeSpan AllKills = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan LongestBeforeKill = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Kill_UnderSettlementLoad_LosesNothingThatWasAnswered()
    {
        var directory = TestFolders.Create();
        try
        {
            var settings = new TestGatewaySettings
            {
                More = new Dictionary<string, string?> { ["Gateway:Database:SampleFines"] = "20000" },
            }.ToConfiguration(directory);
            var evidence = new ConcurrentBag<VerifiedAnswer>();
            var answered = new ConcurrentDictionary<string, ByteString>();
            var unanswered = new ConcurrentBag<SettleFinesRequest>();
            Queue<(string Letters, string Digits)>? plates = null;

            var start = TimeProvider.System.GetTimestamp();
            var kills = 0;
            while (kills < Kills
                && (kills < FewestKills || TimeProvider.System.GetElapsedTime(start) < AllKills))
            {
                kills++;
                await using var gateway = await GatewayProcess.StartAsync(settings);
                plates ??= new Queue<(string, string)>(await Ledger.OfFolder(directory).DebtorsAsync(int.MaxValue));
                using var client = gateway.Connect(onVerified: evidence.Add);
                using var stop = new CancellationTokenSource();
                var counters = Enumerable.Range(0, Counters)
                    .Select(_ => Task.Run(() => SettleOnAndOnAsync(client, plates, answered, unanswered, stop.Token)))
                        .ToList();
                await UnderWayAsync(answered);
                await gateway.KillAsync();
                await stop.CancelAsync();
                await Task.WhenAll(counters);
            }

            await using (var gateway = await GatewayProcess.StartAsync(settings))
            {
                using var client = gateway.Connect(onVerified: evidence.Add);
                await AssertAnsweredIsThereAsync(client, answered);
                await AssertUnansweredIsWholeOrAbsentAsync(client, unanswered);
                Assert.Equal(0, await gateway.TerminateAsync());
            }

            Assert.True(answered.Count > Kills, $"only {answered.Count} settlements were answered");
            Assert.Empty(await Ledger.OfFolder(directory).BrokenLawsAsync());
            KeptEvidence.AssertInLog(directory, evidence);
            var fsck = (await Fsck.RunAsync(directory)).AssertSound();
            output.WriteLine($"{kills} kills, {evidence.Count} answers kept, {answered.Count} settlements answered, "
                + $"{unanswered.Count} not; log of {fsck.Log["size"]}, {fsck.Told["database"]!["repeats"]} repeats");
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    // On a busy machine it takes longer until there is something to lose.
    private static async Task UnderWayAsync(ConcurrentDictionary<string, ByteString> answered)
    {
        var before = answered.Count;
        var start = TimeProvider.System.GetTimestamp();
        do
        {
            await Task.Delay(BeforeKill, TimeProvider.System);
        }
        while (answered.Count < before + AnswersBeforeKill
            && TimeProvider.System.GetElapsedTime(start) < LongestBeforeKill);
    }

    private static async Task SettleOnAndOnAsync(
        GatewayClient client,
        Queue<(string Letters, string Digits)> plates,
        ConcurrentDictionary<string, ByteString> answered,
        ConcurrentBag<SettleFinesRequest> unanswered,
        CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            (string Letters, string Digits) plate;
            lock (plates)
                plate = plates.Dequeue();
            SettleFinesRequest? request = null;
            try
            {
                var subject = Some.Plate(plate.Letters, plate.Digits);
                var fines = await Some.OutstandingAsync(client, subject);
                request = Some.Settlement(subject, fines);
                var answer = await client.Settlements.SettleFinesAsync(
                    request, cancellationToken: CancellationToken.None);
                answered[request.RequestId] = answer.ToByteString();
            }
            catch (RpcException e) when (e is not GatewayRefusedException)
            {
                // The gateway was killed.
                if (request is not null)
                    unanswered.Add(request);
                return;
            }
        }
    }

    private static async Task AssertAnsweredIsThereAsync(
        GatewayClient client, ConcurrentDictionary<string, ByteString> answered)
    {
        foreach (var (requestId, bytes) in answered)
        {
            var found = await client.Settlements.GetSettlementAsync(
                new GetSettlementRequest { Counter = Some.Counter(), RequestId = requestId });
            Assert.Equal(SettleFinesResponse.Parser.ParseFrom(bytes).Settlement, found.Settlement);
        }
    }

    // The same request again is answered with what was done, or does it now.
    private static async Task AssertUnansweredIsWholeOrAbsentAsync(
        GatewayClient client, ConcurrentBag<SettleFinesRequest> unanswered)
    {
        foreach (var request in unanswered)
        {
            var first = await client.Settlements.SettleFinesAsync(request);
            var second = await client.Settlements.SettleFinesAsync(request);
            Assert.Equal(request.Items.Count, first.Settlement.Items.Count);
            Assert.Equal(first.ToByteString(), second.ToByteString());
        }
    }
}
