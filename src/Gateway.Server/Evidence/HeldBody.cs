using System.Buffers;
using System.IO.Pipelines;
using Gateway.Evidence;

namespace Gateway.Server.Evidence;

/// <summary>
/// Keeps what a handler writes until the answer is sealed. After <see cref="Close"/> further writes are lost.
/// </summary>
internal sealed class HeldBody : PipeWriter
{
    private const int FrameHeaderBytes = 5;

    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _written = new();
    private bool _closed;

    /// <summary>Digest of the held messages.</summary>
    public MessageDigester Digest { get; } = new();

    /// <inheritdoc />
    public override bool CanGetUnflushedBytes => true;

    /// <inheritdoc />
    public override long UnflushedBytes => 0;

    /// <summary>Ends the body and digests it. With <paramref name="discard"/> nothing of it is sent.</summary>
    public ReadOnlyMemory<byte> Close(bool discard)
    {
        lock (_gate)
        {
            _closed = true;
            if (discard)
                return default;

            // One message in one frame is what a handler writes; its digest needs no state.
            if (_written.WrittenCount >= FrameHeaderBytes)
                Digest.Add(_written.WrittenSpan[FrameHeaderBytes..]);
            return _written.WrittenMemory;
        }
    }

    /// <inheritdoc />
    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        lock (_gate)
            return _closed ? new byte[Math.Max(sizeHint, 256)] : _written.GetMemory(sizeHint);
    }

    /// <inheritdoc />
    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc />
    public override void Advance(int bytes)
    {
        lock (_gate)
        {
            if (!_closed)
                _written.Advance(bytes);
        }
    }

    /// <inheritdoc />
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new FlushResult(isCanceled: false, isCompleted: false));

    /// <inheritdoc />
    public override void CancelPendingFlush()
    {
    }

    /// <inheritdoc />
    public override void Complete(Exception? exception = null)
    {
    }
}
