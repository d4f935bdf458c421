using System.Runtime.CompilerServices;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Reconciliation;

/// <summary>The file of a list, read twice: once to check every line, once to send.</summary>
internal sealed class PostListFile : IAsyncDisposable
{
    private const int LinesPerReport = 1_000;
    private readonly string _name;
    private readonly FileStream _file;
    private decimal _total;

    private PostListFile(string name, FileStream file)
    {
        _name = name;
        _file = file;
    }

    /// <summary>Its size in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>Entries of the file, once it was checked.</summary>
    public long Count { get; private set; }

    /// <summary>Opens a file; while it is open nobody else is to write it.</summary>
    /// <exception cref="UsageException">It is not there.</exception>
    public static PostListFile Open(string path, string workingDirectory)
    {
        var full = Path.GetFullPath(path, workingDirectory);
        if (!File.Exists(full))
            throw new UsageException($"There is no file {path}.");
        return new PostListFile(Path.GetFileName(full), File.OpenRead(full));
    }

    /// <summary>Checks every line.</summary>
    /// <param name="progress">Told how many bytes were read.</param>
    /// <param name="stop">Stops.</param>
    /// <returns>How many entries it has.</returns>
    /// <exception cref="UsageException">Some are wrong; the message tells which.</exception>
    public async Task<long> CheckAsync(IProgress<long> progress, CancellationToken stop)
    {
        var faults = new LineFaults();
        (Count, _total) = (0, 0);
        await foreach (var entry in PostListReader.ReadAsync(_file, faults, stop))
        {
            Count++;
            _total += entry.Amount.DecimalValue;
            if (Count % LinesPerReport == 0)
                progress.Report(_file.Position);
        }

        if (faults.Any)
            throw new UsageException(faults.Message(_name));
        return Count;
    }

    /// <summary>The entries of a file that was checked.</summary>
    /// <exception cref="UsageException">It is no longer what was checked.</exception>
    public async IAsyncEnumerable<ReconciliationEntry> EntriesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var faults = new LineFaults();
        var (count, total) = (0L, 0m);
        await foreach (var entry in PostListReader.ReadAsync(_file, faults, stop))
        {
            count++;
            total += entry.Amount.DecimalValue;
            yield return entry;
        }

        if (faults.Any || count != Count || total != _total)
            throw new UsageException($"{_name} was changed while it was read. Nothing was reconciled; try again.");
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
