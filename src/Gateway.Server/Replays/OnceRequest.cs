using System.Security.Cryptography;
using Gateway.Server.Access;
using Gateway.Server.Calls;
using Google.Protobuf;

namespace Gateway.Server.Replays;

/// <summary>A request that is carried out at most once.</summary>
/// <param name="Caller">SPIFFE id of the caller.</param>
/// <param name="RequestId">The caller's request id.</param>
/// <param name="Method">Full name of the method.</param>
/// <param name="Request">The request as it came, so that its statement's digest is that of what is kept; of a stream,
/// its first message; of a document, without the content.</param>
/// <param name="RequestSha256">SHA-256 of the whole request as the gateway serializes it; two requests are the same when
/// these are.</param>
/// <param name="CallId">Identifier of the call, kept with the answer.</param>
internal sealed record OnceRequest(
    string Caller, string RequestId, string Method, byte[] Request, byte[] RequestSha256, Guid CallId)
{
    /// <summary>A request of one message.</summary>
    public static OnceRequest Of(Call call, AccessGrant grant, string requestId, IMessage request)
    {
        var bytes = request.ToByteArray();
        return new OnceRequest(
            grant.Caller.Id.Value, requestId, call.Path, call.RequestMessage?.ToArray() ?? bytes, SHA256.HashData(bytes),
            call.Id);
    }
}
