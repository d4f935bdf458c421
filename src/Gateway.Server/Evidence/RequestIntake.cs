using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Gateway.Server.Access;
using Gateway.Server.Calls;
using Gateway.Server.Limits;

namespace Gateway.Server.Evidence;

/// <summary>
/// Takes the one request message of unary and server-streaming calls, before anything about the call is decided, so that
/// refusals too state what was asked. A call that will be refused anyway gets little room; a large message takes its room
/// from what the gateway has for all of them. Thread-safe.
/// </summary>
internal sealed class RequestIntake(Contract contract, CallLimiter limiter, LimitOptions limits)
{
    private const int FrameHeaderBytes = 5;
    private const int UnwelcomeBytes = 16 * 1024;
    private const int LargeBytes = 64 * 1024;

    // A call to an unknown method may be a stream that says nothing before it is answered.
    private static readonly TimeSpan UnknownMethodTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Reads the message, digests it, and puts it back for the handler. What is wrong with it is noted in
    /// <see cref="Call.IntakeFault"/>.
    /// </summary>
    /// <returns>False where the caller is gone and nobody waits for an answer.</returns>
    public async ValueTask<bool> TakeAsync(HttpContext http, Call call)
    {
        // What is read is bounded below; the server's own bound would reset the stream instead of answering.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        try
        {
            var frame = await ReadFrameAsync(http, call);
            if (call.IntakeFault == IntakeFault.None && IsCompressed(http, frame))
                call.IntakeFault = IntakeFault.Compressed;
            if (frame.Length > 0)
            {
                call.RequestMessage = frame.AsMemory(FrameHeaderBytes);
                call.RequestDigest.Add(frame.AsSpan(FrameHeaderBytes));
            }

            http.Features.Set<IRequestBodyPipeFeature>(new TakenRequest(frame));
            return true;
        }
        catch (OperationCanceledException) when (!call.IsAborted)
        {
            call.IntakeFault = IntakeFault.Overdue;
            return true;
        }
        catch (BadHttpRequestException) when (!call.IsAborted)
        {
            call.IntakeFault = IntakeFault.Malformed;
            return true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return false;
        }
    }

    private async ValueTask<byte[]> ReadFrameAsync(HttpContext http, Call call)
    {
        var reader = http.Request.BodyReader;
        var toEnd = call.Method is not null;
        var maxBytes = IsWelcome(call) ? limits.MessageBytes : UnwelcomeBytes;
        var hasRoom = false;
        byte[]? frame = null;
        CancellationTokenSource? timer = null;
        try
        {
            while (true)
            {
                if (!reader.TryRead(out var read))
                {
                    timer ??= new CancellationTokenSource(Patience(call), call.Time);
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
                    if (buffer.Length > length && toEnd)
                        call.IntakeFault = IntakeFault.Malformed;
                    reader.AdvanceTo(buffer.End);
                }
                else
                {
                    if (fault == IntakeFault.None && read.IsCompleted)
                        fault = IntakeFault.Malformed;
                    else if (fault == IntakeFault.None && !(hasRoom = hasRoom || TakeRoom(http, length)))
                        fault = IntakeFault.Overloaded;
                    call.IntakeFault = fault;
                    reader.AdvanceTo(buffer.Start, buffer.End);
                }

                if (read.IsCompleted || call.IntakeFault != IntakeFault.None || (frame is not null && !toEnd))
                    return frame ?? [];
            }
        }
        finally
        {
            if (timer is not null)
            {
                timer.Dispose();
                CallFactory.Rewrite(http, call.Deadline - call.Time.GetUtcNow());
            }
        }
    }

    private bool IsWelcome(Call call) => call.Identity.Caller is { } caller
        && contract.Find(call.Path)?.Grants.ContainsKey(caller.Role) == true;

    // Room is held until the call has ended.
    private bool TakeRoom(HttpContext http, long bytes)
    {
        if (bytes <= LargeBytes)
            return true;
        var room = limiter.TakeRoom(bytes);
        http.Response.RegisterForDispose(room);
        return room.IsAcquired;
    }

    private TimeSpan Patience(Call call)
    {
        var left = call.Deadline - call.Time.GetUtcNow();
        if (left > limits.IntakeTime)
            left = limits.IntakeTime;
        if (call.Method is null && left > UnknownMethodTime)
            left = UnknownMethodTime;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
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

    private sealed class TakenRequest(byte[] frame) : IRequestBodyPipeFeature
    {
        public PipeReader Reader { get; } = PipeReader.Create(new ReadOnlySequence<byte>(frame));
    }
}
