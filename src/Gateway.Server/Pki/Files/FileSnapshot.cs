using System.Security.Cryptography;

namespace Gateway.Server.Pki;

/// <summary>
/// What files held when they were read, each once: what is checked is what is used, whatever is written meanwhile.
/// Immutable until it is disposed of, which clears what was read.
/// </summary>
internal sealed class FileSnapshot : IDisposable
{
    private const int MaxBytes = 64 * 1024 * 1024;

    private readonly Dictionary<string, FileContent> _files = new(StringComparer.Ordinal);
    private readonly string _directory;

    private FileSnapshot(string directory) => _directory = directory;

    /// <summary>SHA-256 of all names, modes and contents, hex: another one means that something changed.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Reads files; one that is missing or cannot be read is told when it is asked for.</summary>
    /// <param name="directory">What the names are relative to.</param>
    /// <param name="names">The files.</param>
    public static FileSnapshot Read(string directory, IEnumerable<string> names)
    {
        var snapshot = new FileSnapshot(directory);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var content = FileContent.Read(snapshot.PathOf(name), MaxBytes);
            snapshot._files.Add(name, content);
            content.AddTo(digest);
        }

        snapshot.Digest = Convert.ToHexStringLower(digest.GetHashAndReset());
        return snapshot;
    }

    /// <summary>Where a file is.</summary>
    public string PathOf(string name) => Path.Combine(_directory, name);

    /// <summary>Whether a file is there, readable or not.</summary>
    public bool Has(string name) => !_files[name].IsMissing;

    /// <summary>What a file holds.</summary>
    /// <exception cref="InvalidDataException">It is missing or cannot be read.</exception>
    public ReadOnlyMemory<byte> Bytes(string name)
    {
        var file = _files[name];
        return file.Bytes ?? throw new InvalidDataException($"'{PathOf(name)}' cannot be used: {file.Fault}");
    }

    /// <summary>What a file holds that nobody but its owner may read.</summary>
    /// <exception cref="InvalidDataException">It is missing, cannot be read, or others may read it.</exception>
    public ReadOnlyMemory<byte> SecretBytes(string name)
    {
        var bytes = Bytes(name);
        return _files[name].IsOpenToOthers
            ? throw new InvalidDataException(
                $"'{PathOf(name)}' is a private key that others may read; set its mode to 0600.")
            : bytes;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Clear();
    }
}
