using System.Buffers;
using System.IO.Pipelines;
using Gateway.Evidence;

namespace Gateway.Server.Evidence;

/// <summary>
/// The body of a client stream, digested as far as the handler takes it. It is wrapped, not read ahead.
/// </summary>
internal sealed class DigestedRequestStream(
    PipeReader inner, MessageDigester digest) : PipeReader, IRequestBodyPipeFeature
{
    private readonly FrameDigester _frames = new(digest);
    private readonly Lock _gate = new();
    private ReadOnlySequence<byte> _current;
    private bool _closed;

    /// <inheritdoc />
    public PipeReader Reader => this;

    /// <summary>Ends the digest: what was taken till now is what the statement covers.</summary>
    public void Close()
    {
        lock (_gate)
            _closed = true;
    }

    /// <inheritdoc />
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(cancellationToken);
        _current = read.Buffer;
        return read;
    }

    /// <inheritdoc />
    public override bool TryRead(out ReadResult result)
    {
        var read = inner.TryRead(out result);
        _current = read ? result.Buffer : default;
        return read;
    }

    /// <inheritdoc />
    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    /// <inheritdoc />
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                foreach (var segment in _current.Slice(_current.Start, consumed))
                    _frames.Append(segment.Span);
            }
        }

        _current = default;
        inner.AdvanceTo(consumed, examined);
    }

    /// <inheritdoc />
    public override void CancelPendingRead() => inner.CancelPendingRead();

    /// <inheritdoc />
    public override void Complete(Exception? exception = null) => inner.Complete(exception);
}
