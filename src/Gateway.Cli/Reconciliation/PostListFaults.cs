using Gateway.Cli.Invocation;

namespace Gateway.Cli.Reconciliation;

/// <summary>What is wrong with a list, told together.</summary>
internal sealed class PostListFaults
{
    private const int MostTold = 20;

    private readonly List<string> _told = [];
    private long _count;

    public void Add(long line, string fault)
    {
        if (_count++ < MostTold)
            _told.Add($"line {line}: {fault}");
    }

    /// <exception cref="UsageException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (_count == 0)
            return;
        var more = _count > MostTold ? $"; and {_count - MostTold} more" : "";
        throw new UsageException($"The list cannot be sent: {string.Join("; ", _told)}{more}.");
    }
}
