using System.Buffers.Binary;
using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>
/// Exports a log as a folder in C2SP tlog-tiles layout, which a web server can serve as it is: tiles of hashes, bundles
/// of entries (32 bytes each; statements stay where they are), and a checkpoint as a signed note. What is there already
/// is left; the checkpoint is written last, so that a run that was broken off is taken up by the next. Used by one
/// thread.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="signer">Its note key.</param>
/// <param name="directory">The folder; it is made if it is not there.</param>
public sealed class TileExport(EvidenceLogReader log, NoteSigner signer, string directory)
{
    /// <summary>The checkpoint's file.</summary>
    public const string CheckpointName = "checkpoint";

    private const int Width = TilePath.Width;
    private const int HeightsOfATile = 8;
    private const int HashBytes = 32;

    private readonly TileFolder _folder = new(directory);

    /// <summary>Exports all that the log has.</summary>
    /// <param name="progress">Told how many entries are exported, from time to time; null if nobody asks.</param>
    /// <param name="stop">Breaks it off between two tiles.</param>
    /// <returns>The checkpoint that the folder has now.</returns>
    /// <exception cref="TileExportException">The folder has a checkpoint that is not of this log's past, or the log's
    /// tree is not the one that was signed.</exception>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public Checkpoint Run(IProgress<long>? progress, CancellationToken stop)
    {
        var size = log.Size;
        var checkpoint = new Checkpoint(log.Origin, size, log.RootAt(size));
        RequireSigned(checkpoint);
        var done = CheckPast(size);

        for (var number = done / Width; number * Width < size; number++)
        {
            stop.ThrowIfCancellationRequested();
            WriteEntries(number, (int)Math.Min(Width, size - (number * Width)));
            progress?.Report(Math.Min(size, (number + 1) * Width));
        }

        for (var level = 1; size >> (HeightsOfATile * level) > 0; level++)
            WriteHashes(level, done >> (HeightsOfATile * level), size >> (HeightsOfATile * level), stop);
        _folder.Put(CheckpointName, signer.Sign(checkpoint).ToBytes());
        DeletePartials(done, size);
        return checkpoint;
    }

    /// <summary>Puts the announcement of the note key beside the checkpoint.</summary>
    /// <param name="announcement">Its text.</param>
    /// <param name="signature">Its detached CMS signature, DER.</param>
    public void Announce(byte[] announcement, byte[] signature)
    {
        _folder.Put(NoteKeyFiles.Text, announcement);
        _folder.Put(NoteKeyFiles.Signature, signature);
    }

    private void RequireSigned(Checkpoint checkpoint)
    {
        if (checkpoint.Size == 0)
            return;
        var batch = Batch.Parse(log.BatchOf(checkpoint.Size - 1)!.Text);
        if (batch.Size != checkpoint.Size || !batch.Root.AsSpan().SequenceEqual(checkpoint.Root))
        {
            throw new TileExportException(
                $"The tree of {log.Origin} at size {checkpoint.Size} is not the one that was signed.");
        }
    }

    // A log signs no checkpoint that does not go on from the one before.
    private long CheckPast(long size)
    {
        if (_folder.Get(CheckpointName) is not { } bytes)
            return 0;
        try
        {
            var note = SignedNote.Parse(bytes);
            var past = Checkpoint.Parse(note.Text);
            var isPast = note.IsSignedBy(signer.Key)
                && past.Origin == log.Origin
                && past.Size <= size
                && past.Root.AsSpan().SequenceEqual(log.RootAt(past.Size));
            return isPast
                ? past.Size
                : throw new TileExportException(
                    $"The checkpoint in '{directory}' (size {past.Size} of {past.Origin}) is none that this key signed "
                    + $"of {log.Origin}, which has size {size}.");
        }
        catch (FormatException exception)
        {
            throw new TileExportException($"The checkpoint in '{directory}' can't be read.", exception);
        }
    }

    private void WriteEntries(long number, int width)
    {
        var digests = log.Digests(number * Width, width);
        var bundle = new byte[width * (sizeof(ushort) + HashBytes)];
        var hashes = new byte[width * HashBytes];
        for (var index = 0; index < width; index++)
        {
            var at = bundle.AsSpan(index * (sizeof(ushort) + HashBytes));
            BinaryPrimitives.WriteUInt16BigEndian(at, HashBytes);
            digests[index].CopyTo(at[sizeof(ushort)..]);
            TreeProofs.LeafHash(digests[index]).CopyTo(hashes, index * HashBytes);
        }

        _folder.Put(TilePath.OfEntries(number, width), bundle);
        _folder.Put(TilePath.OfHashes(0, number, width), hashes);
    }

    // Nodes from one index to another of the level's lowest height.
    private void WriteHashes(int level, long from, long to, CancellationToken stop)
    {
        for (var number = from / Width; number * Width < to; number++)
        {
            stop.ThrowIfCancellationRequested();
            var width = (int)Math.Min(Width, to - (number * Width));
            var hashes = new byte[width * HashBytes];
            for (var index = 0; index < width; index++)
                log.Node(HeightsOfATile * level, (number * Width) + index).CopyTo(hashes.AsSpan(index * HashBytes));
            _folder.Put(TilePath.OfHashes(level, number, width), hashes);
        }
    }

    // Partial tiles of earlier checkpoints, where the full tile is there now.
    private void DeletePartials(long done, long size)
    {
        for (var level = 0; size >> (HeightsOfATile * level) > 0; level++)
        {
            var (from, to) = (done >> (HeightsOfATile * level), size >> (HeightsOfATile * level));
            if (from % Width == 0 || from / Width == to / Width)
                continue;
            _folder.Delete(TilePath.PartialsOf(TilePath.OfHashes(level, from / Width, Width)));
            if (level == 0)
                _folder.Delete(TilePath.PartialsOf(TilePath.OfEntries(from / Width, Width)));
        }
    }
}
