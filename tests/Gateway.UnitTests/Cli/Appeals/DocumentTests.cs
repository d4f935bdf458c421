using System.Security.Cryptography;
using Gateway.Cli.Appeals;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Gateway.Evidence;

namespace Gateway.UnitTests.Cli.Appeals;

public sealed class DocumentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trafficgw-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("scan.bin", "255044462D312E37", AppealDocumentType.Pdf)]
    [InlineData("scan.png", "255044462D312E37", AppealDocumentType.Pdf)]
    [InlineData("photo", "FFD8FFE0", AppealDocumentType.Jpeg)]
    [InlineData("photo", "89504E470D0A1A0A", AppealDocumentType.Png)]
    [InlineData("photo.JPG", "00", AppealDocumentType.Jpeg)]
    public async Task File_IsOfTheKindOfItsContentElseOfItsEnding(string name, string hex, AppealDocumentType type)
    {
        var file = await DocumentFile.ReadAsync(Write(name, Convert.FromHexString(hex)), default);

        Assert.Equal((Path.GetFileNameWithoutExtension(name), type), (file.Name, file.Type));
        Assert.Equal(hex, Convert.ToHexString(file.Content));
    }

    [Fact]
    public async Task File_MissingOfAnotherKindOrTooLarge_IsAUsageError()
    {
        var text = Write("letter.txt", "Dear"u8.ToArray());
        var large = Write("large.pdf", new byte[(2 * 1024 * 1024) + 1]);

        foreach (var path in new[] { Path.Combine(_folder, "missing.pdf"), text, large })
            await Assert.ThrowsAsync<UsageException>(() => DocumentFile.ReadAsync(path, default));
    }

    [Fact]
    public void Content_ThatIsNotWhatTheFirstMessageTells_FailsAsEvidence()
    {
        var content = "content"u8.ToArray();
        var told = new AppealDocument
        {
            SizeBytes = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        };

        Assert.Same(told, ReceivedDocument.Checked(told, content).Document);
        Assert.Throws<EvidenceException>(() => ReceivedDocument.Checked(told, "Content"u8.ToArray()));
        Assert.Throws<EvidenceException>(() => ReceivedDocument.Checked(told, content[..^1]));
        Assert.Throws<EvidenceException>(() => ReceivedDocument.Checked(null, content));
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
