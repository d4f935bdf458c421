namespace Gateway.Domain;

/// <summary>
/// A document's content that is what it is said to be, as far as its structure shows. Whether a picture is in it that
/// anybody can make out, only a person sees. Immutable.
/// </summary>
public sealed record DocumentContent
{
    /// <summary>Largest content in bytes: 2 MiB.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private DocumentContent(AppealDocumentType type, ReadOnlyMemory<byte> bytes) => (Type, Bytes) = (type, bytes);

    /// <summary>Its kind, as found in it.</summary>
    public AppealDocumentType Type { get; }

    /// <summary>The content as it was given.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Reads a content of the kind that is declared for it.</summary>
    /// <param name="declared">The declared kind; one that is not of the enum is an error of its field.</param>
    /// <param name="bytes">The content; kept, not copied.</param>
    /// <param name="errors">Gets every fault.</param>
    /// <param name="typeField">Path of the kind in the request.</param>
    /// <param name="contentField">Path of the content in the request.</param>
    /// <returns>The content, or null when it is wrong; then <paramref name="errors"/> has its fields.</returns>
    public static DocumentContent? Parse(
        AppealDocumentType declared,
        ReadOnlyMemory<byte> bytes,
        FieldErrors errors,
        string typeField = "type",
        string contentField = "content")
    {
        ArgumentNullException.ThrowIfNull(errors);
        var isDefined = Enum.IsDefined(declared);
        if (!isDefined)
            errors.Add(typeField, "must be PDF, JPEG or PNG");
        if (SizeProblem(bytes.Length) is { } size)
        {
            errors.Add(contentField, size);
            return null;
        }

        var found = TypeOf(bytes.Span);
        if (isDefined && found is not null && found != declared)
            errors.Add(typeField, $"must be {NameOf(found.Value)}, which is what the content is");
        var problem = found is { } type ? Problem(type, bytes.Span) : "must be a PDF, JPEG or PNG file";
        if (problem is not null)
            errors.Add(contentField, problem);
        return problem is null && found == declared ? new DocumentContent(declared, bytes) : null;
    }

    /// <summary>Kind and size; the content itself is personal.</summary>
    public override string ToString() => $"{NameOf(Type)} of {Bytes.Length} bytes";

    private static string? SizeProblem(int length) => length switch
    {
        0 => "is required",
        > MaxBytes => "must be at most 2 MiB",
        _ => null,
    };

    private static AppealDocumentType? TypeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PdfFile.Start))
            return AppealDocumentType.Pdf;
        if (bytes.StartsWith(JpegFile.Start))
            return AppealDocumentType.Jpeg;
        return bytes.StartsWith(PngFile.Start) ? AppealDocumentType.Png : null;
    }

    private static string? Problem(AppealDocumentType type, ReadOnlySpan<byte> bytes) => type switch
    {
        AppealDocumentType.Pdf => PdfFile.Problem(bytes),
        AppealDocumentType.Jpeg => JpegFile.Problem(bytes),
        AppealDocumentType.Png => PngFile.Problem(bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static string NameOf(AppealDocumentType type) => type switch
    {
        AppealDocumentType.Pdf => "PDF",
        AppealDocumentType.Jpeg => "JPEG",
        AppealDocumentType.Png => "PNG",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
