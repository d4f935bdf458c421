using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Gateway.Server.Calls;

namespace Gateway.Server.Evidence;

/// <summary>
/// Takes the one request message of unary and server-streaming calls, before anything about the call is decided, so
/// that refusals too state what was asked.
/// </summary>
internal static class RequestIntake
{
    private const int FrameHeaderBytes = 5;

    /// <summary>
    /// Reads the message, digests it, and puts it back for the handler. What is wrong with it is noted in
    /// <see cref="Call.IntakeFault"/>.
    /// </summary>
    /// <returns>False where the caller is gone and nobody waits for an answer.</returns>
    public static async ValueTask<bool> TakeAsync(HttpContext http, Call call, int maxBytes)
    {
        var reader = http.Request.BodyReader;
        // A call to an unknown method may be a stream that does not end before it is answered.
        var toEnd = call.Method is not null;
        try
        {
            var frame = await ReadFrameAsync(reader, call, maxBytes, toEnd);
            if (IsCompressed(http, frame))
                call.IntakeFault = call.IntakeFault == IntakeFault.None ? IntakeFault.Compressed : call.IntakeFault;
            if (frame.Length > 0)
                call.RequestDigest.Add(frame.AsSpan(FrameHeaderBytes));
            http.Features.Set<IRequestBodyPipeFeature>(new TakenRequest(frame));
            return true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            if (!call.DeadlineHasPassed || call.IsAborted)
                return false;
            call.IntakeFault = IntakeFault.Overdue;
            return true;
        }
    }

    private static async ValueTask<byte[]> ReadFrameAsync(PipeReader reader, Call call, int maxBytes, bool toEnd)
    {
        byte[]? frame = null;
        CancellationTokenSource? timer = null;
        try
        {
            while (true)
            {
                if (!reader.TryRead(out var read))
                {
                    timer ??= UntilDeadline(call);
                    read = await reader.ReadAsync(timer.Token);
                }

                var buffer = read.Buffer;
                if (frame is not null)
                {
                    if (buffer.Length > 0)
                        call.IntakeFault = IntakeFault.Malformed;
                    reader.AdvanceTo(buffer.End);
                }
                else if (Measure(buffer, maxBytes, out var length, out var fault))
                {
                    frame = buffer.Slice(0, length).ToArray();
                    var rest = buffer.Slice(length);
                    if (rest.Length > 0 && toEnd)
                        call.IntakeFault = IntakeFault.Malformed;
                    reader.AdvanceTo(buffer.End);
                }
                else
                {
                    if (fault == IntakeFault.None && read.IsCompleted)
                        fault = IntakeFault.Malformed;
                    call.IntakeFault = fault;
                    reader.AdvanceTo(buffer.Start, buffer.End);
                }

                if (read.IsCompleted || call.IntakeFault != IntakeFault.None || (frame is not null && !toEnd))
                    return frame ?? [];
            }
        }
        finally
        {
            timer?.Dispose();
        }
    }

    // True once a whole frame is there.
    private static bool Measure(in ReadOnlySequence<byte> buffer, int maxBytes, out long length, out IntakeFault fault)
    {
        length = 0;
        fault = IntakeFault.None;
        if (buffer.Length < FrameHeaderBytes)
            return false;

        Span<byte> header = stackalloc byte[FrameHeaderBytes];
        buffer.Slice(0, FrameHeaderBytes).CopyTo(header);
        var message = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (header[0] > 1)
            fault = IntakeFault.Malformed;
        else if (message > maxBytes)
            fault = IntakeFault.TooLarge;

        length = FrameHeaderBytes + (long)message;
        return fault == IntakeFault.None && buffer.Length >= length;
    }

    private static bool IsCompressed(HttpContext http, byte[] frame)
    {
        var encoding = http.Request.Headers["grpc-encoding"].ToString();
        return (frame.Length > 0 && frame[0] == 1) || (encoding.Length > 0 && encoding != "identity");
    }

    private static CancellationTokenSource UntilDeadline(Call call)
    {
        var left = call.Deadline - call.Time.GetUtcNow();
        return new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, call.Time);
    }

    private sealed class TakenRequest(byte[] frame) : IRequestBodyPipeFeature
    {
        public PipeReader Reader { get; } = PipeReader.Create(new ReadOnlySequence<byte>(frame));
    }
}
