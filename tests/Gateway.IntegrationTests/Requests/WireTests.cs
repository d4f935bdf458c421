using Gateway.Testing.Gateways;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.IntegrationTests.Requests;

/// <summary>What a peer can put on the wire that is not a good message.</summary>
public sealed class WireTests
{
    private const string Inquire = "/traffic.gateway.v1.FinesInquiryService/InquireFines";
    private const string Settle = "/traffic.gateway.v1.SettlementService/SettleFines";
    private const string Count = "/traffic.gateway.testing.v1.ProbeService/Count";
    private static readonly byte[] Good = Some.Inquiry().ToByteArray();

    [Theory]
    [InlineData(Inquire)]
    [InlineData(Count)]
    public async Task Message_OfGarbage_IsMalformedAndSigned(string path)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);
        byte[] garbage = [0xff, 0xff, 0xff, 0xff, 0x0f, 0x01];

        var answer = await raw.SendAsync(path, RawGrpc.Frame(garbage));

        Assert.Equal((StatusCode.InvalidArgument, "MALFORMED_MESSAGE"), (answer.Status, answer.Reason));
        Signed.Check(answer, raw.CertificateSha256, garbage);
    }

    [Fact]
    public async Task Frames_Broken_AreMalformedAndSigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);
        var whole = RawGrpc.Frame(Good);

        var empty = await raw.SendAsync(Inquire, []);
        var cut = await raw.SendAsync(Inquire, whole[..^3]);
        var header = await raw.SendAsync(Inquire, whole[..4]);
        var flag = await raw.SendAsync(Inquire, RawGrpc.Frame(Good, flag: 7));
        var twice = await raw.SendAsync(Inquire, [.. whole, .. whole]);

        foreach (var answer in new[] { empty, cut, header, flag, twice })
            Assert.Equal((StatusCode.InvalidArgument, "MALFORMED_MESSAGE"), (answer.Status, answer.Reason));
        foreach (var answer in new[] { empty, cut, header, flag })
            Signed.Check(answer, raw.CertificateSha256);
        Signed.Check(twice, raw.CertificateSha256, Good);
    }

    [Fact]
    public async Task Message_OverTheLimit_IsRefusedAndSigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);

        var answer = await raw.SendAsync(Inquire, RawGrpc.Frame(new byte[(4 * 1024 * 1024) + 1]));

        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), (answer.Status, answer.Reason));
        Signed.Check(answer, raw.CertificateSha256);
    }

    [Theory]
    [InlineData((4 * 1024 * 1024) + 2000)]
    [InlineData(6 * 1024 * 1024)]
    public async Task Message_FarOverTheLimitWithItsLengthTold_IsRefusedAndSigned(int length)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);

        var answer = await raw.SendAsync(Inquire, RawGrpc.Frame(new byte[length]));

        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), (answer.Status, answer.Reason));
        Signed.Check(answer, raw.CertificateSha256);
    }

    [Fact]
    public async Task Message_FollowedByFarTooMuch_IsMalformedAndSigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);

        var answer = await raw.SendAsync(Inquire, [.. RawGrpc.Frame(Good), .. new byte[5_000_000]]);

        Assert.Equal((StatusCode.InvalidArgument, "MALFORMED_MESSAGE"), (answer.Status, answer.Reason));
        Signed.Check(answer, raw.CertificateSha256, Good);
    }

    [Fact]
    public async Task Message_ThatNeverArrivesWhole_EndsAtTheDeadlineSigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);

        for (var i = 0; i < 20; i++)
        {
            var answer = await raw.SendStalledAsync(Inquire, RawGrpc.Frame(Good)[..20], ("grpc-timeout", $"{100 + i}m"));

            Assert.Equal((StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED"), (answer.Status, answer.Reason));
            Signed.Check(answer, raw.CertificateSha256);
        }
    }

    [Fact]
    public async Task Message_LargeOfACallerThatIsUnknown_IsNotTakenIn()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address, "odd-unknown-path");

        var answer = await raw.SendAsync(Inquire, RawGrpc.Frame(new byte[1_000_000]));

        Assert.Equal("CALLER_UNKNOWN", answer.Reason);
        Assert.Equal(0, Signed.Check(answer, raw.CertificateSha256).Statement.RequestCount);
    }

    [Fact]
    public async Task Messages_LargerInAllThanThereIsRoom_AreRefusedAsOverloaded()
    {
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            More = new Dictionary<string, string?> { ["Gateway:Limits:IntakeBytes"] = "1048576" },
        });
        using var raw = new RawGrpc(gateway.Address);
        var large = RawGrpc.Frame(new byte[1_000_000]);

        Task<RawAnswer> first;
        RawAnswer second;
        do
        {
            first = raw.SendStalledAsync(Inquire, large[..500_000], ("grpc-timeout", "2S"));
            do
                second = await raw.SendAsync(Inquire, large);
            while (second.Reason != "OVERLOADED" && !first.IsCompleted);
        }
        while (first.IsCompleted && (await first).Reason == "OVERLOADED"); // The second was there before it.

        Assert.Equal((StatusCode.ResourceExhausted, "OVERLOADED"), (second.Status, second.Reason));
        Signed.Check(second, raw.CertificateSha256);
        Assert.Equal("DEADLINE_EXCEEDED", (await first).Reason);
    }

    [Theory]
    [InlineData("gzip", 0)]
    [InlineData("gzip", 1)]
    [InlineData("identity", 1)]
    [InlineData("snappy", 0)]
    public async Task Message_Compressed_IsRefusedAndSigned(string encoding, byte flag)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);

        var answer = await raw.SendAsync(Inquire, RawGrpc.Frame(Good, flag), ("grpc-encoding", encoding));

        Assert.Equal((StatusCode.Unimplemented, "COMPRESSION_NOT_ALLOWED"), (answer.Status, answer.Reason));
        Signed.Check(answer, raw.CertificateSha256, Good);
    }

    [Theory]
    [InlineData("/traffic.gateway.v1.FinesInquiryService/Nothing")]
    [InlineData("/no.such.Service/Nothing")]
    [InlineData("/odd")]
    [InlineData("/a b/c%20d")]
    public async Task Method_Unknown_IsRefusedAndSigned(string path)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);

        var answer = await raw.SendAsync(path, RawGrpc.Frame(Good));

        Assert.Equal((StatusCode.Unimplemented, "UNKNOWN_METHOD"), (answer.Status, answer.Reason));
        Signed.Check(answer, raw.CertificateSha256, Good);
    }

    [Fact]
    public async Task Messages_TenThousandMutants_AreNeverAFaultAndAlwaysSigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);
        var client = gateway.Connect();
        byte[][] seeds =
        [
            Good,
            Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client)).ToByteArray(),
        ];
        var random = new Random(20261123);
        var seen = new Dictionary<string, int>();

        foreach (var batch in Enumerable.Range(0, 10_000).Chunk(100))
        {
            var sent = batch.Select(
                i => (Path: i % 2 == 0 ? Inquire : Settle, Message: Mutant(seeds[i % 2], random))).ToList();
            var answers = await Task.WhenAll(sent.Select(s => raw.SendAsync(s.Path, RawGrpc.Frame(s.Message))));
            foreach (var (message, answer) in sent.Zip(answers, (s, a) => (s.Message, a)))
            {
                Assert.False(answer.Status is StatusCode.Internal or StatusCode.Unknown, Convert.ToHexString(message));
                Signed.Check(answer, raw.CertificateSha256, message);
                seen[answer.Reason] = seen.GetValueOrDefault(answer.Reason) + 1;
            }
        }

        Assert.True(seen.Count >= 4, string.Join(", ", seen));
    }

    private static byte[] Mutant(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveAt(at); break;
                case 3: bytes.Insert(at, (byte)random.Next(256)); break;
                default:
                    bytes.InsertRange(
                    at, bytes.GetRange(at, Math.Min(random.Next(1, 12), bytes.Count - at))); break;
            }
        }

        return [.. bytes];
    }
}
