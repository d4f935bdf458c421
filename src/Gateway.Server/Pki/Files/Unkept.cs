namespace Gateway.Server.Pki;

/// <summary>
/// What was made on the way to something that may fail: disposed of at its end, unless it was kept. Used by one thread.
/// </summary>
internal sealed class Unkept : IDisposable
{
    private readonly List<IDisposable> _made = [];

    /// <summary>Takes something that was made.</summary>
    public T Add<T>(T made) where T : IDisposable
    {
        _made.Add(made);
        return made;
    }

    /// <summary>Takes several.</summary>
    public IReadOnlyList<T> Add<T>(IReadOnlyList<T> made) where T : IDisposable
    {
        foreach (var one in made)
            _made.Add(one);
        return made;
    }

    /// <summary>Leaves all of it to what it was made for.</summary>
    public T Keep<T>(T whole)
    {
        _made.Clear();
        return whole;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var made in _made)
            made.Dispose();
    }
}
