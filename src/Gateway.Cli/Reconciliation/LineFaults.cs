using System.Globalization;

namespace Gateway.Cli.Reconciliation;

/// <summary>What is wrong with the lines of a file: how many are, and of the first of them, what.</summary>
internal sealed class LineFaults
{
    private const int MostTold = 20;
    private readonly List<string> _told = [];
    private long _count;

    public bool Any => _count > 0;

    /// <summary>Notes a line.</summary>
    /// <param name="line">From 1.</param>
    /// <param name="fault">What is wrong with it.</param>
    public void Add(long line, string fault)
    {
        _count++;
        if (_told.Count < MostTold)
            _told.Add(string.Create(CultureInfo.InvariantCulture, $"  line {line}: {fault}"));
    }

    /// <summary>All of it, for people.</summary>
    public string Message(string file)
    {
        var more = _count > _told.Count
            ? string.Create(CultureInfo.InvariantCulture, $"\n  and {_count - _told.Count:N0} more")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{file}: {_count:N0} faulty, nothing was sent.\n")
            + string.Join('\n', _told) + more;
    }
}
