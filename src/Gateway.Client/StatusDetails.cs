using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace Gateway.Client;

/// <summary>Reads the <c>google.rpc.Status</c> of a failure.</summary>
internal static class StatusDetails
{
    /// <summary>The details; null where there are none that can be read.</summary>
    public static RpcStatus? Of(Metadata trailers)
    {
        if (trailers.GetValueBytes(MetadataNames.StatusDetails) is not { } bytes)
            return null;

        try
        {
            return RpcStatus.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            // Where they are signed they are the gateway's all the same; they only say nothing that can be read.
            return null;
        }
    }

    /// <summary>How long <c>RetryInfo</c> asks to wait, signed or not; null where it does not ask.</summary>
    public static TimeSpan? RetryDelay(Metadata trailers)
    {
        try
        {
            return Of(trailers)?.Details
                .Select(detail => detail.TryUnpack<RetryInfo>(out var retry) ? retry.RetryDelay?.ToTimeSpan() : null)
                .FirstOrDefault(delay => delay is not null);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidOperationException)
        {
            // No message, or no duration: an unsigned answer can hold anything.
            return null;
        }
    }
}
