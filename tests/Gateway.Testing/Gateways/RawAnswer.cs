using System.Buffers.Binary;
using System.Net;
using Gateway.Contracts.V1;
using Google.Rpc;
using Grpc.Core;

namespace Gateway.Testing.Gateways;

/// <summary>An answer as it stood on the wire.</summary>
internal sealed record RawAnswer
{
    /// <summary>HTTP status.</summary>
    public required HttpStatusCode Http { get; init; }

    /// <summary>Path that was asked.</summary>
    public required string Path { get; init; }

    /// <summary>Nonce that was sent, hex.</summary>
    public required string Nonce { get; init; }

    /// <summary>gRPC status.</summary>
    public required StatusCode Status { get; init; }

    /// <summary>gRPC message.</summary>
    public required string Message { get; init; }

    /// <summary>Decoded <c>grpc-status-details-bin</c>.</summary>
    public required byte[]? Details { get; init; }

    /// <summary>The evidence; null for an unsigned answer.</summary>
    public required ResponseEvidence? Evidence { get; init; }

    /// <summary>Body with its frames.</summary>
    public required byte[] Body { get; init; }

    /// <summary>The messages, without their frames.</summary>
    public IReadOnlyList<byte[]> Messages
    {
        get
        {
            var messages = new List<byte[]>();
            for (var rest = Body.AsSpan(); rest.Length > 0;)
            {
                var length = (int)BinaryPrimitives.ReadUInt32BigEndian(rest[1..]);
                messages.Add(rest.Slice(5, length).ToArray());
                rest = rest[(5 + length)..];
            }

            return messages;
        }
    }

    /// <summary>ErrorInfo of a refusal.</summary>
    public ErrorInfo? Info => Detail<ErrorInfo>();

    /// <summary>Reason of a refusal; empty where there is none.</summary>
    public string Reason => Info?.Reason ?? "";

    /// <summary>Fields that a refusal names.</summary>
    public IReadOnlyList<string> WrongFields => [.. Detail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? []];

    private T? Detail<T>() where T : class, Google.Protobuf.IMessage, new() => Details is null
        ? null
        : Google.Rpc.Status.Parser.ParseFrom(Details).Details
            .Where(any => any.Is(new T().Descriptor))
            .Select(any =>
            {
                var detail = new T();
                Google.Protobuf.MessageExtensions.MergeFrom(detail, any.Value);
                return detail;
            })
            .FirstOrDefault();
}
