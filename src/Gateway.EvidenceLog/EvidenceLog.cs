using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;
using Microsoft.Extensions.Logging;

namespace Gateway.EvidenceLog;

/// <summary>
/// An append-only Merkle log in its own file, filled by one thread: what waits is put in batches, signed and flushed
/// together, and only then answered. Thread-safe.
/// </summary>
public sealed class EvidenceLog : IAsyncDisposable
{
    /// <summary>The log's file in the data directory.</summary>
    public const string FileName = "evidence.db";

    private readonly DirectoryLock _directory;
    private readonly Sealer _sealer;

    private EvidenceLog(DirectoryLock directory, Sealer sealer, string contractSha256)
    {
        _directory = directory;
        _sealer = sealer;
        ContractSha256 = contractSha256;
    }

    /// <summary>The log's origin: the gateway's name, a slash and eight hex digits made with the log.</summary>
    public string Origin => _sealer.Origin;

    /// <summary>SHA-256 of the descriptor set in force, lower-case hex.</summary>
    public string ContractSha256 { get; }

    /// <summary>How many entries are durable.</summary>
    public long Size => _sealer.Size;

    /// <summary>The log's origin, and size and root of what is durable.</summary>
    public LogHead Head => _sealer.Head;

    /// <summary>The last head that was known of the log that was lost before this one was begun; null where there was
    /// none.</summary>
    public LogHead? Predecessor => _sealer.Predecessor;

    /// <summary>The newest batch that is durable; null where there is none.</summary>
    public LoggedBatch? NewestBatch => _sealer.NewestBatch;

    /// <summary>How far the log is covered by time stamps.</summary>
    public StampCoverage Stamps => _sealer.Stamps;

    /// <summary>Whether the last group could be sealed; true before the first.</summary>
    public bool IsHealthy => _sealer.IsHealthy;

    /// <summary>Opens the log in a directory, or makes one there.</summary>
    /// <param name="options">Where, and under which name.</param>
    /// <param name="signers">Gives the signer of each group of batches.</param>
    /// <param name="contract">The descriptor set in force (serialized <c>FileDescriptorSet</c>), kept for ever.</param>
    /// <param name="time">Gives the signing time.</param>
    /// <param name="logger">Told when sealing fails and when it works again.</param>
    /// <exception cref="EvidenceLogOpenException">Another process has the directory, the log is another gateway's or not
    /// the known one, it contradicts itself, or the file can't be opened.</exception>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">The options are wrong.</exception>
    public static EvidenceLog Open(
        EvidenceLogOptions options, BatchSignerSource signers, byte[] contract, TimeProvider time, ILogger logger)
    {
        options.Validate();
        Directory.CreateDirectory(options.Directory);
        var directory = DirectoryLock.Take(options.Directory);
        try
        {
            var store = new LogStore(options, new LogFileContents(contract, time));
            return new EvidenceLog(
                directory,
                Sealer.Start(store, new BatchBuilder(signers, time), options, time, logger),
                Convert.ToHexStringLower(SHA256.HashData(contract)));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Opens the log with one signer for all times; it remains the caller's, to be disposed of after the
    /// log.</summary>
    /// <exception cref="EvidenceLogOpenException">As above.</exception>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">The options are wrong.</exception>
    public static EvidenceLog Open(
        EvidenceLogOptions options, IBatchSigner signer, byte[] contract, TimeProvider time, ILogger logger) =>
        Open(options, BorrowedSigner.Always(signer), contract, time, logger);

    /// <summary>Seals a statement: signs and flushes it together with what else waits. It can't be cancelled.</summary>
    /// <returns>The evidence, once it is durable.</returns>
    /// <exception cref="EvidenceQueueFullException">Too many wait.</exception>
    /// <exception cref="EvidenceUnavailableException">It could not be sealed, or the log is closed.</exception>
    /// <exception cref="ArgumentException">The statement is empty or longer than a statement can be.</exception>
    public ValueTask<SealedAnswer> SealAsync(LogEntry entry)
    {
        if (entry.Statement is not { Length: >= 1 and <= Statement.MaxBytes })
            throw new ArgumentException($"A statement has 1 to {Statement.MaxBytes} bytes.", nameof(entry));
        return _sealer.Add(new PendingSeal(entry));
    }

    /// <summary>Keeps the time stamp of a batch, durably, with the authority's certificate and its issuers. A batch
    /// that has one keeps it. It can't be cancelled.</summary>
    /// <exception cref="EvidenceUnavailableException">It could not be written, or the log is closed.</exception>
    public Task KeepStampAsync(BatchStamp stamp) => _sealer.KeepAsync(stamp);

    /// <summary>Keeps a certificate that will sign, durably and for ever, with its issuers in order without the root.
    /// One that has signed is kept by itself. It can't be cancelled.</summary>
    /// <exception cref="EvidenceUnavailableException">It could not be written, or the log is closed.</exception>
    public Task KeepSignerAsync(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers) =>
        _sealer.KeepAsync([certificate.RawDataMemory, .. issuers.Select(issuer => issuer.RawDataMemory)]);

    /// <summary>Takes nothing more, seals what waits, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _sealer.StopAsync().ConfigureAwait(false);
        _directory.Dispose();
    }
}
