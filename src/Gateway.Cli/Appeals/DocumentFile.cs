using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Appeals;

/// <summary>A document on disk.</summary>
/// <param name="Name">Name of the file, without its ending.</param>
/// <param name="Type">What its content is, or its ending says where the content tells nothing.</param>
/// <param name="Content">All of it.</param>
internal sealed record DocumentFile(string Name, AppealDocumentType Type, byte[] Content)
{
    private const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Reads a document.</summary>
    /// <exception cref="UsageException">It is not there, too large, or of another kind.</exception>
    public static async Task<DocumentFile> ReadAsync(string path, CancellationToken stop)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new UsageException($"There is no file '{path}'.");
        if (file.Length > MaxBytes)
            throw new UsageException($"'{path}' is larger than the 2 MiB that an appeal takes.");

        var content = await File.ReadAllBytesAsync(path, stop);
        var type = TypeOf(content) ?? TypeOf(file.Extension)
            ?? throw new UsageException($"'{path}' is neither PDF nor JPEG nor PNG.");
        return new DocumentFile(Path.GetFileNameWithoutExtension(path), type, content);
    }

    // ISO 32000-1, 7.5.2; ITU-T T.81, B.1.1.3; ISO/IEC 15948, 5.2. Whether the rest is right is for the gateway to say.
    private static AppealDocumentType? TypeOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("%PDF-"u8))
            return AppealDocumentType.Pdf;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return AppealDocumentType.Jpeg;
        return content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])
            ? AppealDocumentType.Png
            : null;
    }

    private static AppealDocumentType? TypeOf(string ending) => ending.ToLowerInvariant() switch
    {
        ".pdf" => AppealDocumentType.Pdf,
        ".jpg" or ".jpeg" => AppealDocumentType.Jpeg,
        ".png" => AppealDocumentType.Png,
        _ => null,
    };
}
