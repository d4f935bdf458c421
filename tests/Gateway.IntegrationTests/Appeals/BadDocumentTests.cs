using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Appeals;

/// <summary>Wrong requests about documents by name: each is refused with the field that is wrong.</summary>
public sealed class BadDocumentTests : IAsyncLifetime
{
    private static readonly Dictionary<string, (Action<AddAppealDocumentRequest> Spoil, string Field)> Additions = new()
    {
        ["no request id"] = (r => r.RequestId = "", "request_id"),
        ["no counter"] = (r => r.Counter = null, "counter"),
        ["number without its check digit"] = (r => r.AppealNumber = "260301123456780", "appeal_number"),
        ["number of letters"] = (r => r.AppealNumber = "١٢٣٤٥٦٧٨٩٠١٢٣٤٥", "appeal_number"),
        ["national id of thirteen digits"] = (r => r.AppellantNationalId = "2850312010234", "appellant_national_id"),
        ["no title"] = (r => r.Title = "", "title"),
        ["title of spaces"] = (r => r.Title = "   ", "title"),
        ["title of 101 characters"] = (r => r.Title = new string('ع', 101), "title"),
        ["title of two lines"] = (r => r.Title = "Contract\nof sale", "title"),
        ["title with a null"] = (r => r.Title = "Contract\0", "title"),
        ["title with a line separator"] = (r => r.Title = "Contract\u2028of sale", "title"),
        ["title that turns its direction"] = (r => r.Title = "fdp.\u202Eexe", "title"),
        ["title with an isolate"] = (r => r.Title = "a\u2066b", "title"),
        ["no type"] = (r => r.Type = AppealDocumentType.Unspecified, "type"),
        ["type that there is not"] = (r => r.Type = (AppealDocumentType)7, "type"),
        ["PNG declared as JPEG"] = (r => r.Type = AppealDocumentType.Jpeg, "type"),
        ["no content"] = (r => r.Content = ByteString.Empty, "content"),
        ["content of 2 MiB and a byte"] = (r => r.Content = Bytes(new byte[(2 * 1024 * 1024) + 1]), "content"),
        ["text"] = (r => r.Content = ByteString.CopyFromUtf8("It was not my car."), "content"),
        ["PNG that is cut off"] = (r => r.Content = Bytes(SomeDocument.Png()[..^5]), "content"),
        ["PNG with a PDF behind it"] = (
            r => r.Content = Bytes([.. SomeDocument.Png(), .. SomeDocument.Pdf()]), "content"),
        ["PNG of 400 million pixels"] = (
            r => r.Content = Bytes(SomeDocument.Png(width: 20_000, height: 20_000)), "content"),
        ["PDF that is encrypted"] = (
            r => (r.Type, r.Content) = (
                AppealDocumentType.Pdf, Bytes(SomeDocument.Pdf(trailer: "/Encrypt 9 0 R"))), "content"),
        ["JPEG without height"] = (
            r => (r.Type, r.Content) = (AppealDocumentType.Jpeg, Bytes(SomeDocument.Jpeg(height: 0))), "content"),
    };

    private TestGateway _gateway = null!;
    private Appeal _appeal = null!;

    public static TheoryData<string> Names => [.. Additions.Keys];

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync(TestDialect.Sqlite);
        _appeal = (await _gateway.Connect().Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Add_WithAWrongField_NamesIt(string name)
    {
        var client = _gateway.Connect();
        var request = SomeAppeal.Document(_appeal);
        Additions[name].Spoil(request);

        var refused = await Refused.ByAsync(client.Appeals.AddAppealDocumentAsync(request));

        var after = (await client.Appeals.GetAppealAsync(SomeAppeal.Get(_appeal.AppealNumber))).Appeal;
        Assert.Equal("INVALID_FIELDS", refused.Reason);
        Assert.Equal(Additions[name].Field, Assert.Single(refused.FieldViolations).Field);
        Assert.Empty(after.Documents);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public async Task Get_WithoutANumber_NamesTheField(int number)
    {
        using var call = _gateway.Connect().Appeals.GetAppealDocument(new GetAppealDocumentRequest
        {
            AppealNumber = _appeal.AppealNumber,
            Counter = Some.Counter(),
            DocumentNumber = number,
        });

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            () => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal("document_number", Assert.Single(refused.FieldViolations).Field);
    }

    private static ByteString Bytes(byte[] content) => ByteString.CopyFrom(content);
}
