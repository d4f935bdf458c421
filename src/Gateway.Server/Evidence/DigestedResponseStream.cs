using System.IO.Pipelines;
using Gateway.Evidence;

namespace Gateway.Server.Evidence;

/// <summary>
/// The body of a server stream, digested as it is written. After <see cref="Close"/> further writes are refused.
/// </summary>
internal sealed class DigestedResponseStream : PipeWriter
{
    private readonly PipeWriter _inner;
    private readonly FrameDigester _frames;
    private readonly Lock _gate = new();
    private Memory<byte> _current;
    private bool _closed;

    public DigestedResponseStream(PipeWriter inner)
    {
        _inner = inner;
        _frames = new FrameDigester(Digest);
    }

    /// <summary>Digest of the messages written so far.</summary>
    public MessageDigester Digest { get; } = new();

    /// <inheritdoc />
    public override bool CanGetUnflushedBytes => _inner.CanGetUnflushedBytes;

    /// <inheritdoc />
    public override long UnflushedBytes => _inner.UnflushedBytes;

    /// <summary>Ends the body: what it states is what was written till now.</summary>
    public void Close()
    {
        lock (_gate)
            _closed = true;
    }

    /// <inheritdoc />
    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            return _current = _inner.GetMemory(sizeHint);
        }
    }

    /// <inheritdoc />
    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc />
    public override void Advance(int bytes)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            _frames.Append(_current.Span[..bytes]);
            _current = _current[bytes..];
            _inner.Advance(bytes);
        }
    }

    /// <inheritdoc />
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        _inner.FlushAsync(cancellationToken);

    /// <inheritdoc />
    public override void CancelPendingFlush() => _inner.CancelPendingFlush();

    /// <inheritdoc />
    public override void Complete(Exception? exception = null)
    {
    }

    private void ThrowIfClosed()
    {
        if (_closed)
            throw new OperationCanceledException("The answer has ended.");
    }
}
