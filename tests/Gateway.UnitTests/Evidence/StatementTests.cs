using System.Text;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

public sealed class StatementTests
{
    [Fact]
    public void ToBytes_WholeStatement_IsTheLineOfTheDesign()
    {
        var statement = SomeAnswer.SomeStatement() with
        {
            CallId = Guid.Parse("0198c4d1-7a3e-7c55-9d2b-0a1b2c3d4e5f"),
            CallerCertificateSha256 = Repeat("a1"),
            ContractSha256 = Repeat("b2"),
            RequestSha256 = Repeat("c3"),
            RequestSignatureSha256 = Repeat("d4"),
            ResponseSha256 = Repeat("e5"),
            StatusCode = 9,
            StatusMessage = "The fine was settled before.",
            StatusDetailsSha256 = Repeat("f6"),
        };

        var line = Encoding.ASCII.GetString(statement.ToBytes());

        Assert.Equal(
            "{\"type\":\"traffic-gateway-statement/v1\",\"gateway\":\"traffic-gateway.example/gw-1/3f9a01c7\""
            + ",\"call_id\":\"0198c4d1-7a3e-7c55-9d2b-0a1b2c3d4e5f\""
            + ",\"call_nonce\":\"000102030405060708090a0b0c0d0e0f\""
            + ",\"method\":\"/traffic.gateway.v1.SettlementService/SettleFines\""
            + ",\"caller\":\"spiffe://post.gov.eg/branch/00123\""
            + $",\"caller_certificate_sha256\":\"{Repeat("a1")}\",\"contract_sha256\":\"{Repeat("b2")}\""
            + $",\"request_sha256\":\"{Repeat("c3")}\",\"request_count\":1"
            + $",\"request_signature_sha256\":\"{Repeat("d4")}\""
            + $",\"response_sha256\":\"{Repeat("e5")}\",\"response_count\":1"
            + ",\"status_code\":9,\"status_message\":\"The fine was settled before.\""
            + $",\"status_details_sha256\":\"{Repeat("f6")}\",\"complete_time\":\"2026-08-20T09:30:15.250Z\"}}",
            line);
    }

    [Theory]
    [MemberData(nameof(Canonical))]
    public void Parse_CanonicalLine_GivesTheStatementBack(Statement statement)
    {
        var line = statement.ToBytes();

        var parsed = Statement.Parse(line);

        Assert.Equal(statement, parsed);
        Assert.Equal(line, parsed.ToBytes());
    }

    [Fact]
    public void ToBytes_TimeWithTicksAndOffset_IsCutToMillisecondsInUtc()
    {
        var time = new DateTimeOffset(2026, 8, 20, 12, 30, 15, 999, TimeSpan.FromHours(3)).AddTicks(9_999);

        var line = Encoding.ASCII.GetString((SomeAnswer.SomeStatement() with { CompleteTime = time }).ToBytes());

        Assert.EndsWith("\"complete_time\":\"2026-08-20T09:30:15.999Z\"}", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongMembers))]
    public void ToBytes_MemberNotOfItsForm_IsRefusedByName(string member, Statement statement)
    {
        var refused = Refusal.Of(EvidenceCheck.StatementCanonical, () => statement.ToBytes());

        Assert.Contains(member, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToBytes_EveryMemberAtItsLongest_FitsTheLimit()
    {
        var digest = new string('f', 64);
        var statement = SomeAnswer.SomeStatement() with
        {
            Gateway = LogOrigin.Create(new string('g', LogOrigin.MaxNameLength), [1, 2, 3, 4]),
            CallNonce = new string('0', 32),
            Method = $"/{new string('a', 80)}/{new string('b', 40)}",
            Caller = "spiffe://d/" + new string('c', 117),
            RequestCount = int.MaxValue,
            RequestSignatureSha256 = digest,
            ResponseCount = int.MaxValue,
            StatusCode = 16,
            StatusMessage = new string('x', 96),
            StatusDetailsSha256 = digest,
        };

        var line = statement.ToBytes();

        Assert.InRange(line.Length, 1024, Statement.MaxBytes);
    }

    [Theory]
    [InlineData("/traffic.gateway.v1.FinesInquiryService/ListFines", true)]
    [InlineData("/a/b", true)]
    [InlineData("", false)]
    [InlineData("/", false)]
    [InlineData("//b", false)]
    [InlineData("/a/", false)]
    [InlineData("/a/b/c", false)]
    [InlineData("a/b", false)]
    [InlineData("/a/b.c", false)]
    [InlineData("/a-b/c", false)]
    [InlineData("/a/b?c", false)]
    [InlineData("/a/ض", false)]
    [InlineData(null, false)]
    public void MethodOrEmpty_Path_LetsOnlyMethodsThrough(string? path, bool isMethod)
    {
        var method = Statement.MethodOrEmpty(path);

        Assert.Equal(isMethod ? path : "", method);
    }

    [Fact]
    public void MethodOrEmpty_LongestNames_PassAndLongerOnesDoNot()
    {
        var longest = $"/{new string('s', 80)}/{new string('m', 40)}";

        Assert.Equal(longest, Statement.MethodOrEmpty(longest));
        Assert.Empty(Statement.MethodOrEmpty($"/{new string('s', 81)}/m"));
        Assert.Empty(Statement.MethodOrEmpty($"/s/{new string('m', 41)}"));
    }

    [Theory]
    [InlineData("spiffe://post.gov.eg/branch/00123/counter/02", true)]
    [InlineData("spiffe://ppo.gov.eg/review/a.b-c_D", true)]
    [InlineData("spiffe://Post.gov.eg/branch", false)]
    [InlineData("spiffe://post.gov.eg", false)]
    [InlineData("spiffe://post.gov.eg/", false)]
    [InlineData("spiffe:///branch", false)]
    [InlineData("https://post.gov.eg/branch", false)]
    [InlineData("spiffe://post.gov.eg/a\"b", false)]
    [InlineData("spiffe://post.gov.eg/a b", false)]
    [InlineData(null, false)]
    public void CallerOrEmpty_Id_LetsOnlySpiffeIdsThrough(string? id, bool isCaller)
    {
        var caller = Statement.CallerOrEmpty(id);

        Assert.Equal(isCaller ? id : "", caller);
    }

    public static TheoryData<Statement> Canonical()
    {
        var plain = SomeAnswer.SomeStatement();
        return
        [
            plain,
            plain with { CallNonce = "", Method = "", Caller = "" },
            plain with { RequestSignatureSha256 = Repeat("0f") },
            plain with { StatusCode = 16, StatusMessage = "Say \"no\" \\ / ~", StatusDetailsSha256 = Repeat("00") },
            plain with { StatusMessage = "\"" },
            plain with { StatusMessage = "ends with \\" },
            plain with { RequestCount = 0, ResponseCount = int.MaxValue },
            plain with { CompleteTime = new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        ];
    }

    public static TheoryData<string, Statement> WrongMembers()
    {
        var plain = SomeAnswer.SomeStatement();
        return new TheoryData<string, Statement>
        {
            { "gateway", plain with { Gateway = "traffic-gateway.example/gw-1" } },
            { "gateway", plain with { Gateway = "traffic-gateway.example/gw-1/3F9A01C7" } },
            { "gateway", plain with { Gateway = "bad name/3f9a01c7" } },
            { "call_id", plain with { CallId = Guid.Parse("0198c4d1-7a3e-4c55-9d2b-0a1b2c3d4e5f") } },
            { "call_id", plain with { CallId = Guid.Parse("0198c4d1-7a3e-7c55-0d2b-0a1b2c3d4e5f") } },
            { "call_nonce", plain with { CallNonce = "0001" } },
            { "call_nonce", plain with { CallNonce = "000102030405060708090A0B0C0D0E0F" } },
            { "method", plain with { Method = "/a" } },
            { "caller", plain with { Caller = "somebody" } },
            { "caller_certificate_sha256", plain with { CallerCertificateSha256 = "" } },
            { "contract_sha256", plain with { ContractSha256 = Repeat("b2")[1..] } },
            { "request_sha256", plain with { RequestSha256 = Repeat("C3") } },
            { "request_count", plain with { RequestCount = -1 } },
            { "request_signature_sha256", plain with { RequestSignatureSha256 = "" } },
            { "response_sha256", plain with { ResponseSha256 = Repeat("0g") } },
            { "response_count", plain with { ResponseCount = -1 } },
            { "status_code", plain with { StatusCode = 17 } },
            { "status_code", plain with { StatusCode = -1 } },
            { "status_message", plain with { StatusMessage = "مدفوعة" } },
            { "status_message", plain with { StatusMessage = "two\nlines" } },
            { "status_message", plain with { StatusMessage = "delete\u007f" } },
            { "status_message", plain with { StatusMessage = new string('x', 97) } },
            { "status_details_sha256", plain with { StatusDetailsSha256 = "f6" } },
        };
    }

    private static string Repeat(string hexByte) => string.Concat(Enumerable.Repeat(hexByte, 32));
}
