using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gateway.Cli.Saving;
using Gateway.Client;
using Gateway.Evidence;
using Gateway.UnitTests.Client;
using Grpc.Core;
using GatewayBatch = Gateway.Evidence.Batch;

namespace Gateway.UnitTests.Cli;

public sealed class AnswerFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trafficgw-").FullName;
    private readonly SigningPki _pki = new(TimeProvider.System.GetUtcNow());

    public void Dispose()
    {
        _pki.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Answer_OfOneCall_StandsInTheFolderItself()
    {
        AnswerFolder.Write(_folder, [Answer("a", response: "b")]);

        Assert.Equal(
            ["batch.p7s", "batch.txt", "chain.pem", "request.bin", "response.bin", "statement.json"], FilesIn(_folder));
        Assert.Equal("a", Read("request.bin"));
        Assert.Equal("b", Read("response.bin"));
        Assert.Equal("statement", Read("statement.json"));
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(Path.Combine(_folder, "chain.pem"));
        Assert.Equal(_pki.Signer.Certificate.RawData, Assert.Single(chain).RawData);
    }

    [Fact]
    public void Answers_OfSeveralCalls_StandInNumberedFoldersButTheLast()
    {
        AnswerFolder.Write(_folder, [Answer("1", "x"), Answer("2", "x"), Answer("3", "x")]);

        Assert.Equal("1", Read("1/request.bin"));
        Assert.Equal("2", Read("2/request.bin"));
        Assert.Equal("3", Read("request.bin"));
        Assert.False(Directory.Exists(Path.Combine(_folder, "3")));
    }

    [Fact]
    public void Refusal_HasAnEmptyResponseAndItsDetails()
    {
        AnswerFolder.Write(_folder, [Answer("a", response: null)]);

        Assert.Equal("", Read("response.bin"));
        Assert.Equal("details", Read("status-details.bin"));
    }

    [Fact]
    public void Folder_WrittenBefore_KeepsNothingOfThatButWhatIsNotOurs()
    {
        AnswerFolder.Write(_folder, [Answer("1", "x"), Answer("2", "x"), Answer("3", null)]);
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(_folder, "2", "notes.txt"), "mine");

        AnswerFolder.Write(_folder, [Answer("4", "x")]);

        Assert.Contains("notes.txt", FilesIn(_folder));
        Assert.DoesNotContain("status-details.bin", FilesIn(_folder));
        Assert.False(Directory.Exists(Path.Combine(_folder, "1")));
        Assert.Equal(["notes.txt"], FilesIn(Path.Combine(_folder, "2")));
    }

    [Fact]
    public void Stream_KeepsItsMessagesAndTheirDigestsUntilTheNextAnswer()
    {
        var stream = Answer("1", "x") with { RequestMessages = ["1"u8.ToArray(), "2"u8.ToArray()] };
        AnswerFolder.Write(_folder, [stream]);

        var request = File.ReadAllBytes(Path.Combine(_folder, "request.bin"));
        Assert.Equal([.. SHA256.HashData("1"u8), .. SHA256.HashData("2"u8)], request);
        Assert.Equal("2", Read("request-messages/2.bin"));

        AnswerFolder.Write(_folder, [Answer("3", "x")]);
        Assert.False(Directory.Exists(Path.Combine(_folder, "request-messages")));
    }

    [Fact]
    public void Folder_WithoutAnyAnswer_IsNotMade()
    {
        var absent = Path.Combine(_folder, "absent");

        AnswerFolder.Write(absent, []);

        Assert.False(Directory.Exists(absent));
    }

    private static string[] FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    private VerifiedAnswer Answer(string request, string? response) => new(
        "/a.B/C",
        [Encoding.UTF8.GetBytes(request)],
        response is null ? [] : [Encoding.UTF8.GetBytes(response)],
        response is null ? new Status(StatusCode.NotFound, "no") : Status.DefaultSuccess,
        response is null ? "details"u8.ToArray() : null,
        new VerifiedEvidence(
            Statement(), Batch(), "statement"u8.ToArray(), "batch"u8.ToArray(), "signature"u8.ToArray(),
            _pki.Signer.Certificate, [], DateTimeOffset.UnixEpoch));

    private static Statement Statement() => new()
    {
        Gateway = "g",
        CallId = Guid.Empty,
        CallNonce = "",
        Method = "/a.B/C",
        Caller = "",
        CallerCertificateSha256 = "",
        ContractSha256 = "",
        RequestSha256 = "",
        RequestCount = 1,
        ResponseSha256 = "",
        ResponseCount = 1,
        StatusCode = 0,
        StatusMessage = "",
        CompleteTime = DateTimeOffset.UnixEpoch,
    };

    private static GatewayBatch Batch() =>
        new() { Origin = "g", Size = 1, Root = new byte[32], Entries = [SHA256.HashData("a"u8)] };
}
