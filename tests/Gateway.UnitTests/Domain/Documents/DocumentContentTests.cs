using System.Text;
using Gateway.Domain;
using Gateway.Testing;

namespace Gateway.UnitTests.Domain.Documents;

public sealed class DocumentContentTests
{
    private readonly FieldErrors _errors = new();

    public static TheoryData<AppealDocumentType, byte[]> Good => new()
    {
        { AppealDocumentType.Pdf, SomeDocument.Pdf() },
        { AppealDocumentType.Pdf, SomeDocument.PdfWithStream() },
        { AppealDocumentType.Pdf, SomeDocument.Pdf(trailer: "/EncryptionNote 1 /Info 3 0 R") },
        { AppealDocumentType.Pdf, [.. SomeDocument.Pdf(), .. "\r\n\r\n"u8] },
        { AppealDocumentType.Jpeg, SomeDocument.Jpeg() },
        { AppealDocumentType.Jpeg, [.. SomeDocument.Jpeg()[..^2], 0xFF, 0xFF, 0xD9] },
        { AppealDocumentType.Png, SomeDocument.Png() },
        { AppealDocumentType.Png, SomeDocument.Png(width: 20_000, height: 5_000) },
    };

    public static TheoryData<AppealDocumentType, byte[], string> Bad => new()
    {
        { AppealDocumentType.Pdf, Ascii("GIF89a, with %PDF-1.7 behind"), "must be a PDF, JPEG or PNG" },
        { AppealDocumentType.Pdf, Ascii("%PDF-"), "version" },
        { AppealDocumentType.Pdf, Ascii("%PDF-1.9\n"), "version" },
        { AppealDocumentType.Pdf, SomeDocument.Pdf()[..^8], "cut off" },
        { AppealDocumentType.Pdf, [.. SomeDocument.Pdf(), .. new byte[1024]], "cut off" },
        { AppealDocumentType.Pdf, Ascii("%PDF-1.7\nxref\ntrailer <<>>\n%%EOF"), "cut off" },
        { AppealDocumentType.Pdf, Ascii("%PDF-1.7\nxref\ntrailer <<>>\nstartxref\n999999\n%%EOF"), "nowhere" },
        { AppealDocumentType.Pdf, Ascii("%PDF-1.7\nxref\ntrailer <<>>\nstartxref\n-9\n%%EOF"), "nowhere" },
        { AppealDocumentType.Pdf, Ascii("%PDF-1.7\nxref\ntrailer <<>>\nstartxref\n\n%%EOF"), "nowhere" },
        { AppealDocumentType.Pdf, Ascii("%PDF-1.7\nxref\ntrailer <<>>\nstartxref\n10\n%%EOF"), "no cross-reference" },
        { AppealDocumentType.Pdf, Ascii("%PDF-1.7\n1 0 obj <<>> endobj\nstartxref\n9\n%%EOF"), "no cross-reference" },
        { AppealDocumentType.Pdf, SomeDocument.Pdf(trailer: "/Encrypt 9 0 R"), "encrypted" },
        { AppealDocumentType.Pdf, SomeDocument.Pdf(trailer: "/Encrypt<</Filter/Standard>>"), "encrypted" },
        { AppealDocumentType.Pdf, SomeDocument.Pdf(trailer: "/#45ncryp#74 9 0 R"), "encrypted" },
        { AppealDocumentType.Pdf, SomeDocument.PdfWithStream("/Encrypt 9 0 R"), "encrypted" },
        { AppealDocumentType.Jpeg, SomeDocument.Jpeg()[..^2], "cut off" },
        { AppealDocumentType.Jpeg, SomeDocument.Jpeg()[..40], "cut off" },
        { AppealDocumentType.Jpeg, [.. SomeDocument.Jpeg(), 0], "after the end" },
        { AppealDocumentType.Jpeg, [.. SomeDocument.Jpeg(), .. SomeDocument.Pdf()], "after the end" },
        { AppealDocumentType.Jpeg, [.. SomeDocument.Jpeg()[..^2], .. SomeDocument.Jpeg()], "cut off" },
        { AppealDocumentType.Jpeg, SomeDocument.Jpeg(height: 0), "without width or height" },
        { AppealDocumentType.Jpeg, SomeDocument.Jpeg(width: 0), "without width or height" },
        { AppealDocumentType.Jpeg, SomeDocument.Jpeg(width: 20_001), "pixels" },
        { AppealDocumentType.Jpeg, [0xFF, 0xD8, 0xFF, 0xD9], "without a picture" },
        { AppealDocumentType.Jpeg, [0xFF, 0xD8, .. SomeDocument.Segment(0xDA, [1, 1, 0, 0, 63, 0])], "cut off" },
        { AppealDocumentType.Jpeg, [0xFF, 0xD8, .. SomeDocument.Segment(0xC0, [8, 0, 8, 0, 8, 3])], "frame is wrong" },
        { AppealDocumentType.Png, SomeDocument.Png()[..^1], "cut off" },
        { AppealDocumentType.Png, SomeDocument.Png()[..8], "without its header" },
        { AppealDocumentType.Png, [.. SomeDocument.Png(), 0], "after the end" },
        { AppealDocumentType.Png, SomeDocument.Png(width: 0), "without width or height" },
        { AppealDocumentType.Png, SomeDocument.Png(width: -1), "pixels" },
        { AppealDocumentType.Png, SomeDocument.Png(width: 20_000, height: 20_000), "pixels" },
        { AppealDocumentType.Png, Changed(SomeDocument.Png(), at: 45), "damaged" },
        { AppealDocumentType.Png, Chunks("IEND"), "without its header" },
        { AppealDocumentType.Png, [.. SomeDocument.Png()[..33], .. SomeDocument.PngChunk("IEND", [])], "a picture" },
        { AppealDocumentType.Png, [.. SomeDocument.Png()[..33], .. SomeDocument.Png()[8..]], "two headers" },
        { AppealDocumentType.Png, [.. SomeDocument.Png()[..33], .. SomeDocument.PngChunk("CgBI", [])], "no common" },
        { AppealDocumentType.Png, Chunks("IHDR"), "header is wrong" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Parse_WholeFile_IsTaken(AppealDocumentType type, byte[] bytes)
    {
        var content = DocumentContent.Parse(type, bytes, _errors);

        Assert.Empty(_errors.Items);
        Assert.Equal(type, content!.Type);
        Assert.Equal(bytes, content.Bytes.ToArray());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Parse_BrokenFile_SaysWhatIsWrong(AppealDocumentType type, byte[] bytes, string problem)
    {
        var content = DocumentContent.Parse(type, bytes, _errors);

        Assert.Null(content);
        var error = Assert.Single(_errors.Items);
        Assert.Equal("content", error.Field);
        Assert.Contains(problem, error.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AnotherKindThanDeclared_NamesTheKindFound()
    {
        var content = DocumentContent.Parse(AppealDocumentType.Jpeg, SomeDocument.Png(), _errors);

        Assert.Null(content);
        var error = Assert.Single(_errors.Items);
        Assert.Equal("type", error.Field);
        Assert.Contains("must be PNG", error.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_KindNotOfTheEnum_IsTheFaultOfTheKind()
    {
        var content = DocumentContent.Parse((AppealDocumentType)9, SomeDocument.Png(), _errors);

        Assert.Null(content);
        Assert.Equal("type", Assert.Single(_errors.Items).Field);
    }

    [Theory]
    [InlineData(0, "is required")]
    [InlineData(DocumentContent.MaxBytes + 1, "2 MiB")]
    public void Parse_EmptyOrTooLarge_IsRefused(int length, string problem)
    {
        var content = DocumentContent.Parse(AppealDocumentType.Pdf, new byte[length], _errors);

        Assert.Null(content);
        Assert.Contains(problem, Assert.Single(_errors.Items).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LargestSize_IsTaken()
    {
        var filler = DocumentContent.MaxBytes - SomeDocument.Png().Length - 12;
        byte[] largest =
        [
            .. SomeDocument.Png()[..^12], .. SomeDocument.PngChunk("prVt", new byte[filler]),
            .. SomeDocument.PngChunk("IEND", []),
        ];

        Assert.Equal(DocumentContent.MaxBytes, largest.Length);
        Assert.NotNull(DocumentContent.Parse(AppealDocumentType.Png, largest, _errors));
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Chunks(string type) => [.. SomeDocument.Png()[..8], .. SomeDocument.PngChunk(type, [])];

    private static byte[] Changed(byte[] bytes, int at)
    {
        bytes[at] ^= 1;
        return bytes;
    }
}
