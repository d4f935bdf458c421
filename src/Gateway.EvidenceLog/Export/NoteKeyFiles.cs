using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>A log's note key in its data directory: the private key, and the announcement that the signing key
/// signed.</summary>
public static class NoteKeyFiles
{
    /// <summary>The private key's file.</summary>
    public const string PrivateKey = "note-key.pem";

    /// <summary>The announcement's text.</summary>
    public const string Text = "note-key.txt";

    /// <summary>Its signature, detached CMS, DER.</summary>
    public const string Signature = "note-key.p7s";

    /// <summary>Reads the log's private note key, or makes one, and announces it under the signing certificate of
    /// now.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="privateKey">The private key's file; null for <see cref="PrivateKey"/> in the directory.</param>
    /// <param name="origin">The log's origin.</param>
    /// <param name="signer">Signs the announcement.</param>
    /// <param name="now">The signing time.</param>
    /// <exception cref="InvalidDataException">The file is no private key, or others may read it.</exception>
    /// <exception cref="IOException">A file can't be written.</exception>
    public static NoteSigner Announce(
        string directory, string? privateKey, string origin, IBatchSigner signer, DateTimeOffset now)
    {
        var path = privateKey ?? Path.Combine(directory, PrivateKey);
        var noteSigner = new NoteSigner(origin, NoteKeyFile.ReadOrCreate(path));
        var announcement = new NoteKeyAnnouncement(noteSigner.Key);
        var folder = new TileFolder(directory);
        folder.Put(Text, announcement.ToBytes());
        folder.Put(Signature, signer.Sign(announcement, now));
        return noteSigner;
    }
}
