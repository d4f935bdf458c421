namespace Gateway.Server.Pki;

/// <summary>
/// Something that several hold, and that is disposed of when the last has let go. Whoever makes one holds it.
/// Thread-safe.
/// </summary>
internal sealed class Shared<T>(T value) where T : class, IDisposable
{
    private int _holders = 1;

    /// <summary>What is held. Only while it is.</summary>
    public T Value => value;

    /// <summary>Holds it, unless all have let go already.</summary>
    public bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return true;
            holders = seen;
        }

        return false;
    }

    /// <summary>Holds it where somebody else does for certain.</summary>
    public Shared<T> Hold() => TryHold() ? this : throw new ObjectDisposedException(typeof(T).Name);

    /// <summary>Lets go; once for each hold.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            value.Dispose();
    }
}
