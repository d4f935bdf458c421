using System.Security.Cryptography;
using Gateway.Cli.Connection;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Grpc.Core;

namespace Gateway.Cli.Appeals;

/// <summary>A document as the gateway sent it: what it is, and all of its content.</summary>
internal sealed record ReceivedDocument(AppealDocument Document, byte[] Content)
{
    /// <summary>Reads the stream to its end, where its evidence is verified, and checks the content.</summary>
    /// <exception cref="EvidenceException">The content is not what the first message says.</exception>
    public static async Task<ReceivedDocument> ReadAsync(
        GatewaySession session, GetAppealDocumentRequest request, CancellationToken stop)
    {
        AppealDocument? document = null;
        using var content = new MemoryStream();
        using var call = session.Client.Appeals.GetAppealDocument(request, cancellationToken: stop);
        await foreach (var part in call.ResponseStream.ReadAllAsync(stop))
        {
            if (part.PartCase == GetAppealDocumentResponse.PartOneofCase.Document)
                document ??= part.Document;
            else
                content.Write(part.Content.Span);
        }

        return Checked(document, content.ToArray());
    }

    internal static ReceivedDocument Checked(AppealDocument? document, byte[] content)
    {
        var isWhole = document is not null && document.SizeBytes == content.Length
            && document.Sha256 == Convert.ToHexStringLower(SHA256.HashData(content));
        return isWhole
            ? new ReceivedDocument(document!, content)
            : throw new EvidenceException(
                EvidenceCheck.ResponseDigest, "The document is not the one that its first message tells.");
    }
}
