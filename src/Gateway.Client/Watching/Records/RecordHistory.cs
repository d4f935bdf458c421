using System.Security.Cryptography;
using System.Text;

namespace Gateway.Client.Watching.Records;

/// <summary>
/// The file of a record that only grows: what happened, a line each. What was written to it counts once the record's
/// state says so; a tail that a crash left is written over.
/// </summary>
internal sealed class RecordHistory
{
    private const byte LineEnd = (byte)'\n';

    private readonly string _path;
    private HistoryEnd _end;

    private RecordHistory(string path, HistoryEnd end) => (_path, _end) = (path, end);

    /// <summary>Opens it, and reads what counts.</summary>
    /// <param name="path">The file; none is there before the first line.</param>
    /// <param name="end">Where what counts ends.</param>
    /// <param name="onLine">Told each line, without its end.</param>
    /// <exception cref="FormatException">It is damaged.</exception>
    public static RecordHistory Open(string path, HistoryEnd end, Action<string> onLine)
    {
        var read = HistoryEnd.Empty;
        if (end.Length > 0)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            read = Read(file, end.Length, onLine);
        }

        if (read.Length != end.Length || !read.Digest.AsSpan().SequenceEqual(end.Digest))
            throw new FormatException("its history is not the one that it goes with.");
        return new RecordHistory(path, end);
    }

    /// <summary>Writes lines behind what counts, durably. They count after <see cref="Take"/>.</summary>
    public HistoryEnd Write(IEnumerable<string> lines)
    {
        var added = lines.Select(line => Encoding.UTF8.GetBytes(line + "\n")).ToList();
        var isNew = !File.Exists(_path);
        using (var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0))
        {
            file.SetLength(_end.Length);
            file.Seek(0, SeekOrigin.End);
            file.Write([.. added.SelectMany(line => line)]);
            file.Flush(flushToDisk: true);
        }

        if (isNew)
            DurableFiles.FlushFolder(Path.GetDirectoryName(_path)!);
        return added.Aggregate(_end, (end, line) => end.With(line));
    }

    /// <summary>Lets what was written count.</summary>
    public void Take(HistoryEnd end) => _end = end;

    private static HistoryEnd Read(FileStream file, long length, Action<string> onLine)
    {
        var (end, line) = (HistoryEnd.Empty, new List<byte>());
        while (end.Length + line.Count < length && file.ReadByte() is >= 0 and var next)
        {
            line.Add((byte)next);
            if (next != LineEnd)
                continue;
            byte[] whole = [.. line];
            end = end.With(whole);
            onLine(Encoding.UTF8.GetString(whole.AsSpan()[..^1]));
            line.Clear();
        }

        return end;
    }
}

/// <summary>Where a history ends.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Digest">Digest of its lines, each over the digest of those before and itself; 32 bytes.</param>
internal sealed record HistoryEnd(long Length, byte[] Digest)
{
    /// <summary>The end of a history without a line.</summary>
    public static HistoryEnd Empty { get; } = new(0, new byte[SHA256.HashSizeInBytes]);

    /// <summary>The end with one more line.</summary>
    /// <param name="line">The line with its end.</param>
    public HistoryEnd With(byte[] line) =>
        new(Length + line.Length, SHA256.HashData([.. Digest, .. SHA256.HashData(line)]));
}
