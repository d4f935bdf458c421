namespace Gateway.Server.Pki;

/// <summary>
/// Watches the files of one part: reads them as a whole once they have come to rest, and says what is wrong with them
/// once that does not pass. Used by one thread at a time; <see cref="State"/> by any.
/// </summary>
/// <param name="name">What the part is, for people.</param>
/// <param name="read">Reads the files.</param>
/// <param name="take">Checks what was read and takes it as the part; throws what is wrong.</param>
/// <param name="timing">When files count as at rest, and when a fault as lasting.</param>
internal sealed class PartWatch(
    string name, Func<FileSnapshot> read, Action<FileSnapshot> take, RotationTiming timing)
{
    private string _inForce = "";
    private string _seen = "";
    private bool _isTried;
    private DateTimeOffset _seenTime;
    private DateTimeOffset? _unsettledSince;
    private DateTimeOffset _nextTry;
    private volatile PartState _state = new(name, PartStateKind.InForce, "", default);

    /// <summary>How it stands.</summary>
    public PartState State => _state;

    /// <summary>Whether it is worth looking again soon.</summary>
    public bool IsDue => _unsettledSince is not null && (!_isTried || _state.Kind == PartStateKind.Waiting);

    /// <summary>Reads the files at the start.</summary>
    /// <exception cref="InvalidDataException">They cannot be used.</exception>
    public void Begin(DateTimeOffset now)
    {
        using var files = read();
        if (Try(files) is { } fault)
            throw new InvalidDataException(fault);
        Settle(files.Digest, now);
    }

    /// <summary>Looks at the files.</summary>
    /// <returns>True where there is another part now.</returns>
    public bool Look(DateTimeOffset now)
    {
        using var files = read();
        if (files.Digest == _inForce)
        {
            if (_unsettledSince is not null)
                Settle(files.Digest, _state.Time);
            return false;
        }

        _unsettledSince ??= now;
        if (files.Digest != _seen)
        {
            // Whoever writes may still be at it.
            (_seen, _seenTime, _nextTry, _isTried) = (files.Digest, now, now + timing.Rest, false);
            if (_state.Kind == PartStateKind.InForce)
                _state = new PartState(name, PartStateKind.Waiting, "its files change", now);
            return false;
        }

        if (now < _nextTry)
            return false;
        _isTried = true;
        if (Try(files) is { } fault)
        {
            _nextTry = now + timing.Retry(now - _seenTime);
            Note(fault, now);
            return false;
        }

        Settle(files.Digest, now);
        return true;
    }

    private void Settle(string digest, DateTimeOffset now)
    {
        (_inForce, _seen, _unsettledSince) = (digest, digest, null);
        _state = new PartState(name, PartStateKind.InForce, "", now);
    }

    private string? Try(FileSnapshot files)
    {
        try
        {
            take(files);
            return null;
        }
#pragma warning disable CA1031 // Whatever a file makes a parser throw is wrong with the file.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e is InvalidDataException ? e.Message : $"{e.GetType().Name}: {e.Message}";
        }
    }

    // A certificate comes before its key, or a file is half there: that passes, or it is a fault.
    private void Note(string fault, DateTimeOffset now)
    {
        var kind = _state.Kind == PartStateKind.Refused || now - _unsettledSince >= timing.Settle
            ? PartStateKind.Refused
            : PartStateKind.Waiting;
        if (kind != _state.Kind || fault != _state.Detail)
            _state = new PartState(name, kind, fault, now);
    }
}
