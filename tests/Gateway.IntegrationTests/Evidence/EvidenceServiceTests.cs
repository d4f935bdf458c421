using System.Globalization;
using System.Security.Cryptography;
using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Gateway.Testing;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Evidence;

public abstract class EvidenceServiceTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task GetEvidence_OfASettlement_BringsItsBytesAndWhatACourtNeeds()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var answers = new List<VerifiedAnswer>();
        var client = gateway.Connect(onVerified: answers.Add);
        var fines = await Some.OutstandingAsync(client);
        var request = Some.Settlement(Some.Debtor(), fines[0]);
        var settlement = await client.Settlements.SettleFinesAsync(request);
        var answer = answers[^1];

        var byCall = await EvidenceAsync(client, answer);
        var byRequest = await client.Evidence.GetEvidenceAsync(new GetEvidenceRequest { RequestId = request.RequestId });

        Assert.Equal(byCall, byRequest);
        Assert.Equal(answer.Evidence.StatementBytes, byCall.Evidence.Statement);
        Assert.Equal(answer.Evidence.BatchBytes, byCall.Evidence.Batch);
        Assert.Equal(answer.Evidence.Signature, byCall.Evidence.Signature);
        Assert.Equal(answer.RequestMessages[0], byCall.Messages.Request);
        Assert.Equal(settlement.ToByteString(), byCall.Messages.Response);
        Assert.Equal(Sha256(byCall.CallerCertificate), answer.Evidence.Statement.CallerCertificateSha256);
        Assert.Equal(Sha256(byCall.Contract), answer.Evidence.Statement.ContractSha256);
        Assert.Equal(answer.Evidence.Signer.RawData, byCall.SigningChain[0]);
        Assert.Null(byCall.Stamped);
        AssertIncluded(byCall.Evidence.Statement, byCall.Inclusion);
    }

    [DatabaseFact]
    public async Task GetEvidence_OfADocument_BringsTheRequestWithItsContent()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var answers = new List<VerifiedAnswer>();
        var client = gateway.Connect(onVerified: answers.Add);
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        await client.Appeals.AddAppealDocumentAsync(SomeAppeal.Document(appeal, SomeDocument.Png()));
        var answer = answers[^1];

        var found = await EvidenceAsync(client, answer);

        Assert.Equal(answer.RequestMessages[0], found.Messages.Request);
    }

    [DatabaseFact]
    public async Task GetEvidence_OfAnInquiryOrARefusal_HasNoMessages()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var answers = new List<VerifiedAnswer>();
        var client = gateway.Connect(onVerified: answers.Add);
        await Some.OutstandingAsync(client);
        await Refused.ByAsync(client.Fines.InquireFinesAsync(new InquireFinesRequest()));

        foreach (var answer in answers.ToList())
            Assert.Null((await EvidenceAsync(client, answer)).Messages);
        Assert.Equal(2, answers.Count(each => each.Evidence.Statement.Method.Contains("Inquire")));
    }

    [DatabaseFact]
    public async Task GetEvidence_OfAnothersCall_IsForTheAuditorAndTheHeadOfficeOnly()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var answers = new List<VerifiedAnswer>();
        await Some.OutstandingAsync(gateway.Connect(onVerified: answers.Add));
        var callId = answers[0].Evidence.Statement.CallId.ToString();

        foreach (var other in new[] { "branch-00002", "hub" })
        {
            var refused = await Refused.ByAsync(gateway.Connect(other).Evidence.GetEvidenceAsync(
                new GetEvidenceRequest { CallId = callId }));
            var unproven = await Refused.ByAsync(gateway.Connect(other).Evidence.GetInclusionProofAsync(
                new GetInclusionProofRequest { CallId = callId }));
            Assert.Equal(("EVIDENCE_UNKNOWN", "EVIDENCE_UNKNOWN"), (refused.Reason, unproven.Reason));
        }

        foreach (var all in new[] { "auditor", "head-office" })
        {
            var found = await gateway.Connect(all).Evidence.GetEvidenceAsync(new GetEvidenceRequest { CallId = callId });
            Assert.Equal(answers[0].Evidence.StatementBytes, found.Evidence.Statement);
        }

        var reviewer = await Refused.ByAsync(gateway.Connect("reviewer").Evidence.GetEvidenceAsync(
            new GetEvidenceRequest { CallId = callId }));
        Assert.Equal("ROLE_NOT_ALLOWED", reviewer.Reason);
    }

    [DatabaseFact]
    public async Task Heads_OfALogThatGrows_ContainEachOther()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect("auditor");
        var empty = await Refused.ByAsync(client.Evidence.GetCheckpointAsync(new GetCheckpointRequest()));
        Assert.Equal("TREE_SIZE_UNKNOWN", empty.Reason);
        var heads = new List<Batch>();
        for (var i = 0; i < 5; i++)
            heads.Add(Batch.Parse((await client.Evidence.GetCheckpointAsync(new GetCheckpointRequest())).Batch.Batch.Span));
        var own = Assert.Single((await client.Evidence.ListLogsAsync(new ListLogsRequest())).Logs);

        foreach (var (first, second) in heads.SelectMany(one => heads.Select(other => (one, other)))
            .Where(pair => pair.one.Size <= pair.other.Size))
        {
            var proof = await client.Evidence.GetConsistencyProofAsync(new GetConsistencyProofRequest
            {
                Origin = own.Origin,
                FirstSize = first.Size,
                SecondSize = second.Size,
            });
            Assert.Equal(second.Root, proof.SecondRoot);
            Assert.True(TreeProofs.VerifyConsistency(
                first.Size, first.Root, second.Size, second.Root, [.. proof.Path.Select(each => each.ToByteArray())]));
        }

        Assert.True(own.IsLocal);
        Assert.Equal(heads[0].Origin, own.Origin);
        Assert.True(own.Size >= heads[^1].Size);
    }

    [DatabaseFact]
    public async Task InclusionProof_AtEverySignedHead_Verifies()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var answers = new List<VerifiedAnswer>();
        var client = gateway.Connect(onVerified: answers.Add);
        for (var i = 0; i < 20; i++)
            await client.Evidence.ListSigningCertificatesAsync(new ListSigningCertificatesRequest());

        foreach (var (answer, number) in answers.Take(20).Select((answer, number) => (answer, number)).ToList())
        {
            var found = await client.Evidence.GetInclusionProofAsync(new GetInclusionProofRequest
            {
                CallId = answer.Evidence.Statement.CallId.ToString(),
                TreeSize = number % 2 == 0 ? answer.Evidence.Batch.Size : 0,
            });
            Assert.Equal(number, found.Inclusion.Position);
            Assert.Equal(SHA256.HashData(answer.Evidence.StatementBytes), found.Entry);
            Assert.Equal(Batch.Parse(found.Batch.Batch.Span).Root, found.Inclusion.Root);
            AssertIncluded(ByteString.CopyFrom(answer.Evidence.StatementBytes), found.Inclusion);
        }
    }

    [DatabaseFact]
    public async Task BadQuestions_AreToldEachWrongField()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (branch, auditor) = (gateway.Connect().Evidence, gateway.Connect("auditor").Evidence);
        var call = Guid.CreateVersion7().ToString();

        Assert.Equal(["key"], await FieldsAsync(branch.GetEvidenceAsync(new GetEvidenceRequest())));
        Assert.Equal(["call_id", "caller"], await FieldsAsync(branch.GetEvidenceAsync(
            new GetEvidenceRequest { CallId = call.ToUpperInvariant(), Caller = "x" })));
        Assert.Equal(["request_id", "caller"], await FieldsAsync(auditor.GetEvidenceAsync(
            new GetEvidenceRequest { RequestId = "1" })));
        Assert.Equal(["origin", "first_size", "second_size"], await FieldsAsync(branch.GetConsistencyProofAsync(
            new GetConsistencyProofRequest { Origin = "x", FirstSize = -1, SecondSize = -1 })));
        Assert.Equal(["call_id", "tree_size"], await FieldsAsync(branch.GetInclusionProofAsync(
            new GetInclusionProofRequest { TreeSize = -1 })));

        var unknown = await Refused.ByAsync(auditor.GetEvidenceAsync(new GetEvidenceRequest { CallId = call }));
        var never = await Refused.ByAsync(branch.GetEvidenceAsync(new GetEvidenceRequest { RequestId = call }));
        var other = await Refused.ByAsync(branch.GetConsistencyProofAsync(new GetConsistencyProofRequest
        {
            Origin = "traffic-gateway.test/gw-1/00000000",
        }));
        Assert.Equal(("EVIDENCE_UNKNOWN", "EVIDENCE_UNKNOWN"), (unknown.Reason, never.Reason));
        Assert.Equal("EVIDENCE_LOG_UNKNOWN", other.Reason);
        var later = await Refused.ByAsync(branch.GetConsistencyProofAsync(new GetConsistencyProofRequest
        {
            Origin = other.Values["origin"],
            FirstSize = 1,
            SecondSize = 1_000_000,
        }));
        Assert.Equal("TREE_SIZE_UNKNOWN", later.Reason);
        Assert.InRange(long.Parse(later.Values["size"], CultureInfo.InvariantCulture), 8, 20);
    }

    private static async Task<IEnumerable<string>> FieldsAsync<T>(Grpc.Core.AsyncUnaryCall<T> call) =>
        (await Refused.ByAsync(call)).FieldViolations.Select(violation => violation.Field);

    private static async Task<GetEvidenceResponse> EvidenceAsync(GatewayClient client, VerifiedAnswer answer) =>
        await client.Evidence.GetEvidenceAsync(new GetEvidenceRequest
        {
            CallId = answer.Evidence.Statement.CallId.ToString(),
        });

    private static void AssertIncluded(ByteString statement, Contracts.V1.InclusionProof inclusion) =>
        Assert.True(TreeProofs.VerifyInclusion(
            TreeProofs.LeafHash(SHA256.HashData(statement.Span)),
            new Gateway.Evidence.InclusionProof(
                inclusion.Position, inclusion.TreeSize, [.. inclusion.Path.Select(each => each.ToByteArray())]),
            inclusion.Root.Span));

    private static string Sha256(ByteString bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
}

public sealed class SqliteEvidenceServiceTests() : EvidenceServiceTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerEvidenceServiceTests() : EvidenceServiceTests(TestDialect.SqlServer);
