using System.Security.Cryptography;
using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.IntegrationTests.Appeals;

public abstract class DocumentTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Get_OfADocumentThatWasAdded_GivesItsBytesInPieces()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        byte[] content =
        [
            .. SomeDocument.Png()[..^12], .. SomeDocument.PngChunk("prVt", RandomNumberGenerator.GetBytes(150_000)),
            .. SomeDocument.PngChunk("IEND", []),
        ];

        var added = (await client.Appeals.AddAppealDocumentAsync(SomeAppeal.Document(appeal, content))).Document;

        var parts = await PartsAsync(client, appeal.AppealNumber, 1);
        var after = (await client.Appeals.GetAppealAsync(SomeAppeal.Get(appeal.AppealNumber))).Appeal;
        var listed = await client.Appeals.ListAppealsAsync(new ListAppealsRequest { Counter = Some.Counter() });
        Assert.Equal((1, content.Length), (added.DocumentNumber, added.SizeBytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), added.Sha256);
        Assert.Equal(added, parts[0].Document);
        Assert.Equal([65_536, 65_536, content.Length - 131_072], parts.Skip(1).Select(part => part.Content.Length));
        Assert.Equal(content, parts.Skip(1).SelectMany(part => part.Content));
        Assert.Equal(added, Assert.Single(after.Documents));
        Assert.NotEqual(appeal.Etag, after.Etag);
        Assert.Equal(1, Assert.Single(listed.Appeals).DocumentCount);
    }

    [DatabaseFact]
    public async Task Add_EachKind_IsTaken()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;

        await client.Appeals.AddAppealDocumentAsync(
            SomeAppeal.Document(appeal, SomeDocument.Pdf(), AppealDocumentType.Pdf));
        await client.Appeals.AddAppealDocumentAsync(
            SomeAppeal.Document(appeal, SomeDocument.Jpeg(), AppealDocumentType.Jpeg));

        var after = (await client.Appeals.GetAppealAsync(SomeAppeal.Get(appeal.AppealNumber))).Appeal;
        Assert.Equal([AppealDocumentType.Pdf, AppealDocumentType.Jpeg], after.Documents.Select(found => found.Type));
        Assert.Equal(SomeDocument.Jpeg(), await ContentAsync(client, appeal.AppealNumber, 2));
    }

    [DatabaseFact]
    public async Task Add_SameRequestAgain_GivesTheSameBytesAndKeepsTheContentOnce()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        var request = SomeAppeal.Document(appeal, SomeDocument.Png(new string('x', 20_000)));
        var first = await client.Appeals.AddAppealDocumentAsync(request);

        var again = await client.Appeals.AddAppealDocumentAsync(request);

        request.Content = ByteString.CopyFrom(SomeDocument.Png("another"));
        var reused = await Refused.ByAsync(client.Appeals.AddAppealDocumentAsync(request));
        var length = dialect == TestDialect.Sqlite ? "LENGTH" : "DATALENGTH";
        var kept = await gateway.Ledger.PiastresAsync(
            $"SELECT {length}(request) FROM call_result WHERE method LIKE '%AddAppealDocument'");
        Assert.Equal(first.ToByteString(), again.ToByteString());
        Assert.Equal("REQUEST_ID_REUSED", reused.Reason);
        Assert.InRange(Assert.Single(kept), 50, 1000);
    }

    [DatabaseFact]
    public async Task Add_SameContentInAnotherRequest_IsRefusedAndNamesTheDocument()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        await client.Appeals.AddAppealDocumentAsync(SomeAppeal.Document(appeal, SomeDocument.Png()));

        var refused = await Refused.ByAsync(client.Appeals.AddAppealDocumentAsync(
            SomeAppeal.Document(appeal, SomeDocument.Png())));

        var violation = Assert.Single(refused.PreconditionViolations);
        Assert.Equal("DOCUMENT_NOT_TAKEN", refused.Reason);
        Assert.Equal((appeal.AppealNumber, "Document 1 has this content."), (violation.Subject, violation.Description));
    }

    [DatabaseFact]
    public async Task Add_TwelveCallersAtOnce_TenAreTakenNumberedWithoutGaps()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;

        var numbers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () =>
        {
            try
            {
                var added = await client.Appeals.AddAppealDocumentAsync(SomeAppeal.Document(appeal));
                return added.Document.DocumentNumber;
            }
            catch (GatewayRefusedException refused) when (refused.Reason == "DOCUMENT_NOT_TAKEN")
            {
                return 0;
            }
        })));

        Assert.Equal([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], numbers.Order());
    }

    [DatabaseTheory]
    [InlineData(AppealStage.Withdrawn)]
    [InlineData(AppealStage.Decided)]
    public async Task Add_ToAnAppealThatHasEnded_IsRefused(AppealStage stage)
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var appeal = await SomeAppeal.AtAsync(stage, client, gateway.Connect("reviewer"));

        var refused = await Refused.ByAsync(client.Appeals.AddAppealDocumentAsync(SomeAppeal.Document(appeal)));

        Assert.Equal("APPEAL_STAGE_CONFLICT", refused.Reason);
        Assert.Equal(appeal.AppealNumber, Assert.Single(refused.PreconditionViolations).Subject);
    }

    [DatabaseFact]
    public async Task Decide_WithAnEtagFromBeforeADocument_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var appeal = await SomeAppeal.AtAsync(AppealStage.UnderReview, client, reviewer);
        await client.Appeals.AddAppealDocumentAsync(SomeAppeal.Document(appeal));

        var refused = await Refused.ByAsync(reviewer.Reviews.DecideAppealAsync(SomeAppeal.Decide(appeal)));

        Assert.Equal("APPEAL_CHANGED", refused.Reason);
    }

    [DatabaseFact]
    public async Task AnotherBranch_NeedsTheAppellantForEveryDocument()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var other = gateway.Connect("branch-00002");
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        var add = SomeAppeal.Document(appeal);
        add.Counter = Some.Counter("00002");
        var get = Question(appeal.AppealNumber, 1);
        get.Counter = Some.Counter("00002");

        var notAdded = await Refused.ByAsync(other.Appeals.AddAppealDocumentAsync(add));
        add.AppellantNationalId = SomeAppeal.NationalId;
        await other.Appeals.AddAppealDocumentAsync(add);
        var notFound = await RefusedAsync(other, get);
        get.AppellantNationalId = SomeAppeal.NationalId;
        var found = await PartsAsync(other, get);
        var another = Question(appeal.AppealNumber, 1);
        another.AppellantNationalId = SomeAppeal.OtherNationalId;

        Assert.Equal("APPEAL_UNKNOWN", notAdded.Reason);
        Assert.Equal("APPEAL_UNKNOWN", notFound.Reason);
        Assert.Equal(2, found.Count);
        Assert.Equal("PERSON_MISMATCH", (await RefusedAsync(client, another)).Reason);
    }

    [DatabaseFact]
    public async Task Get_ByTheReviewer_NeedsNoCounter()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        await client.Appeals.AddAppealDocumentAsync(SomeAppeal.Document(appeal, SomeDocument.Png()));
        var question = new GetAppealDocumentRequest { AppealNumber = appeal.AppealNumber, DocumentNumber = 1 };

        var parts = await PartsAsync(gateway.Connect("reviewer"), question);
        question.DocumentNumber = 2;
        var unknown = await RefusedAsync(gateway.Connect("reviewer"), question);

        Assert.Equal(SomeDocument.Png(), parts[1].Content);
        Assert.Equal("DOCUMENT_UNKNOWN", unknown.Reason);
    }

    private static GetAppealDocumentRequest Question(string appealNumber, int documentNumber) =>
        new() { AppealNumber = appealNumber, DocumentNumber = documentNumber, Counter = Some.Counter() };

    private static Task<List<GetAppealDocumentResponse>> PartsAsync(
        GatewayClient client, string appealNumber, int documentNumber) =>
        PartsAsync(client, Question(appealNumber, documentNumber));

    private static async Task<List<GetAppealDocumentResponse>> PartsAsync(
        GatewayClient client, GetAppealDocumentRequest question)
    {
        using var call = client.Appeals.GetAppealDocument(question);
        var parts = new List<GetAppealDocumentResponse>();
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            parts.Add(part);
        return parts;
    }

    private static async Task<byte[]> ContentAsync(GatewayClient client, string appealNumber, int documentNumber) =>
        [.. (await PartsAsync(client, appealNumber, documentNumber)).Skip(1).SelectMany(part => part.Content)];

    private static Task<GatewayRefusedException> RefusedAsync(GatewayClient client, GetAppealDocumentRequest question) =>
        Assert.ThrowsAsync<GatewayRefusedException>(() => PartsAsync(client, question));
}

public sealed class SqliteDocumentTests() : DocumentTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerDocumentTests() : DocumentTests(TestDialect.SqlServer);
