using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Data.Sqlite;

namespace Gateway.IntegrationTests.Evidence;

/// <summary>When an answer cannot be sealed nothing of it leaves, and all is well once the cause is mended.</summary>
public sealed class SealingFailureTests
{
    private const string Inquire = "/traffic.gateway.v1.FinesInquiryService/InquireFines";
    private const string Settle = "/traffic.gateway.v1.SettlementService/SettleFines";
    private const int SealingFailed = 2001;
    private static readonly byte[] Question = Some.Inquiry().ToByteArray();

    [Fact]
    public async Task Signer_Fails_NothingLeavesAndASettlementIsAnsweredOnRetry()
    {
        using var signer = new BrokenSigner();
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings { Services = signer.Wrap });
        gateway.Log.Expect(SealingFailed);
        gateway.Log.ExpectFrom("Gateway.EvidenceLog");
        using var raw = new RawGrpc(gateway.Address);
        var client = gateway.Connect();
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client)).ToByteArray();

        signer.IsBroken = true;
        var lost = await raw.SendAsync(Settle, RawGrpc.Frame(request));
        signer.IsBroken = false;
        var retried = await raw.SendAsync(Settle, RawGrpc.Frame(request));

        AssertUnsigned(lost, StatusCode.Unavailable, "EVIDENCE_UNAVAILABLE");
        Assert.Equal(StatusCode.OK, retried.Status);
        Signed.Check(retried, raw.CertificateSha256, request);
        Assert.Empty(await Some.OutstandingAsync(client));
    }

    [Fact]
    public async Task LogFile_Locked_NothingLeavesUntilItIsFree()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Log.Expect(SealingFailed);
        gateway.Log.ExpectFrom("Gateway.EvidenceLog");
        using var raw = new RawGrpc(gateway.Address);

        await using (var other = new SqliteConnection(
            $"Data Source={Path.Combine(gateway.Directory, "evidence.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE";
            await command.ExecuteNonQueryAsync();
            var held = await raw.SendAsync(Inquire, RawGrpc.Frame(Question));
            AssertUnsigned(held, StatusCode.Unavailable, "EVIDENCE_UNAVAILABLE");
        }

        var after = await raw.SendAsync(Inquire, RawGrpc.Frame(Question));
        Assert.Equal(StatusCode.OK, after.Status);
        Signed.Check(after, raw.CertificateSha256, Question);
    }

    [Fact]
    public async Task Queue_Full_RefusesAsOverloaded()
    {
        using var signer = new BrokenSigner();
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            Services = signer.Wrap,
            More = new Dictionary<string, string?> { ["Gateway:Evidence:QueueCapacity"] = "1" },
        });
        using var raw = new RawGrpc(gateway.Address);

        signer.Hold();
        var calls = Enumerable.Range(0, 12).Select(_ => raw.SendAsync(Inquire, RawGrpc.Frame(Question))).ToList();
        var first = await Task.WhenAny(calls);
        var overloaded = await first;
        signer.Release();
        var answers = await Task.WhenAll(calls);
        var after = await raw.SendAsync(Inquire, RawGrpc.Frame(Question));

        AssertUnsigned(overloaded, StatusCode.ResourceExhausted, "OVERLOADED");
        Assert.Contains(answers, answer => answer.Status == StatusCode.OK);
        foreach (var answer in answers.Where(answer => answer.Status == StatusCode.OK))
            Signed.Check(answer, raw.CertificateSha256, Question);
        Signed.Check(after, raw.CertificateSha256, Question);
    }

    [MountFact]
    public async Task Disk_Full_NothingLeavesUntilThereIsRoom()
    {
        var books = TestFolders.Create();
        await using var disk = await SmallDisk.TryMountAsync(Path.Combine(books, "disk"), mebibytes: 6)
            ?? throw new InvalidOperationException("tmpfs cannot be mounted");
        await using (var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            Directory = disk.Directory,
            More = new Dictionary<string, string?>
            {
                ["Gateway:Database:ConnectionString"] = $"Data Source={Path.Combine(books, "prosecution.db")}",
            },
        }))
        {
            gateway.Log.Expect(SealingFailed);
            gateway.Log.ExpectFrom("Gateway.EvidenceLog");
            using var raw = new RawGrpc(gateway.Address);

            disk.Fill();
            var answers = 0;
            RawAnswer last;
            do
            {
                last = await raw.SendAsync(Inquire, RawGrpc.Frame(Question));
                if (last.Status == StatusCode.OK)
                    Signed.Check(last, raw.CertificateSha256, Question);
            }
            while (last.Status == StatusCode.OK && ++answers < 5000);
            disk.Free();
            var after = await raw.SendAsync(Inquire, RawGrpc.Frame(Question));

            AssertUnsigned(last, StatusCode.Unavailable, "EVIDENCE_UNAVAILABLE");
            Assert.Equal(StatusCode.OK, after.Status);
            Signed.Check(after, raw.CertificateSha256, Question);
        }
    }

    [Fact]
    public async Task Readiness_AfterAnOutageWithoutCalls_ComesBackByItself()
    {
        using var signer = new BrokenSigner();
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings { Services = signer.Wrap });
        gateway.Log.Expect(SealingFailed);
        gateway.Log.ExpectFrom("Gateway.EvidenceLog");
        using var raw = new RawGrpc(gateway.Address);
        using var http = new HttpClient { BaseAddress = gateway.OperationsAddress };
        await raw.SendAsync(Inquire, RawGrpc.Frame(Question));

        signer.IsBroken = true;
        await raw.SendAsync(Inquire, RawGrpc.Frame(Question));
        var during = await http.GetAsync("/readyz");
        signer.IsBroken = false;
        var after = during;
        for (var tries = 0; tries < 50 && !after.IsSuccessStatusCode; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            after = await http.GetAsync("/readyz");
        }

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, during.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, after.StatusCode);
    }

    private static void AssertUnsigned(RawAnswer answer, StatusCode status, string reason)
    {
        Assert.Equal((status, reason), (answer.Status, answer.Reason));
        Assert.Null(answer.Evidence);
        Assert.Empty(answer.Body);
    }
}
