using Gateway.Evidence;

namespace Gateway.Server.Pki;

/// <summary>
/// What is in force, replaced in one step. What was replaced is disposed of when nobody uses it any more. Thread-safe.
/// </summary>
internal sealed class PkiInForce(GatewayPki first) : IDisposable
{
    private volatile Shared<GatewayPki> _current = new(first);
    private volatile bool _isDisposed;

    /// <summary>Told of each replacement, after it.</summary>
    public event Action? Replaced;

    /// <summary>Whose callers may connect now. Nothing in it but what <see cref="Use"/> gives may touch a key.</summary>
    public Callers.CallerTrust Callers => _current.Value.Callers;

    /// <summary>What is in force, kept whole until the use is disposed of.</summary>
    /// <exception cref="ObjectDisposedException">The gateway has ended.</exception>
    public PkiUse Use()
    {
        while (true)
        {
            var current = _current;
            if (current.TryHold())
                return new PkiUse(current);
            ObjectDisposedException.ThrowIf(_isDisposed, this);
        }
    }

    /// <summary>The signer of answers at a moment, to be disposed of once it has signed.</summary>
    public IBatchSigner SignerAt(DateTimeOffset now)
    {
        var use = Use();
        return new BorrowedSigner(use.Pki.Signing.Signers.At(now), use.Dispose);
    }

    /// <summary>Puts another set in force. Called by one thread at a time.</summary>
    public void Replace(GatewayPki next)
    {
        var before = _current;
        _current = new Shared<GatewayPki>(next);
        before.Release();
        Replaced?.Invoke();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _current.Release();
    }
}

/// <summary>One use of what was in force when it began. Thread-safe.</summary>
internal sealed class PkiUse(Shared<GatewayPki> held) : IDisposable
{
    private Shared<GatewayPki>? _held = held;

    /// <summary>What was in force.</summary>
    public GatewayPki Pki => (_held ?? throw new ObjectDisposedException(nameof(PkiUse))).Value;

    /// <inheritdoc />
    public void Dispose() => Interlocked.Exchange(ref _held, null)?.Release();
}
