using Gateway.Contracts.V1;
using Gateway.Data;
using Google.Protobuf;

namespace Gateway.Server.Appeals.Documents;

/// <summary>A document as it is sent: first what it is, then its content in pieces.</summary>
internal static class DocumentParts
{
    /// <summary>Largest piece in bytes: 64 KiB.</summary>
    public const int PieceBytes = 64 * 1024;

    /// <summary>The messages in order. The content must not change until all are sent.</summary>
    public static IEnumerable<GetAppealDocumentResponse> Of(AppealDocumentRecord document, ReadOnlyMemory<byte> content)
    {
        yield return new GetAppealDocumentResponse { Document = AppealMapping.ToWire(document) };
        for (var start = 0; start < content.Length; start += PieceBytes)
        {
            var piece = content.Slice(start, Math.Min(PieceBytes, content.Length - start));
            yield return new GetAppealDocumentResponse { Content = UnsafeByteOperations.UnsafeWrap(piece) };
        }
    }
}
