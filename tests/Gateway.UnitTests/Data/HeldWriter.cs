using Gateway.Data;

namespace Gateway.UnitTests.Data;

/// <summary>
/// Keeps the one writer in a first write until it is let go, so that what is asked meanwhile shares the next COMMIT
/// with it.
/// </summary>
internal sealed class HeldWriter
{
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<bool> _first;

    public HeldWriter(IProsecutionDatabase database) => _first = database.WriteAsync(
        async _ =>
        {
            await _release.Task;
            return true;
        },
        CancellationToken.None);

    /// <summary>Lets it go.</summary>
    /// <returns>The outcome of the first write.</returns>
    public Task<bool> Release()
    {
        _release.SetResult();
        return _first;
    }
}
