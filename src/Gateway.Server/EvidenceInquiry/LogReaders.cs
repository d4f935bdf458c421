using System.Collections.Concurrent;
using Gateway.EvidenceLog;
using Gateway.Server.Hosting;

namespace Gateway.Server.EvidenceInquiry;

/// <summary>
/// Readers of the log's file beside the one thread that fills it. One is opened when all are busy, and kept. Thread-safe.
/// </summary>
internal sealed class LogReaders(GatewayOptions options) : IDisposable
{
    private readonly ConcurrentBag<EvidenceLogReader> _idle = [];

    /// <summary>Reads, with a reader of its own.</summary>
    public T Read<T>(Func<EvidenceLogReader, T> read)
    {
        if (!_idle.TryTake(out var reader))
            reader = EvidenceLogReader.Open(options.DataDirectory);
        try
        {
            return read(reader);
        }
        finally
        {
            _idle.Add(reader);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }
}
