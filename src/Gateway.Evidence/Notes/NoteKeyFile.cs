using System.Security.Cryptography;

namespace Gateway.Evidence;

/// <summary>A private Ed25519 key in a file that nobody else may read: PEM of PKCS #8 (RFC 8410, section 7), as
/// <c>openssl genpkey -algorithm ed25519</c> writes it.</summary>
public static class NoteKeyFile
{
    private const string Label = "PRIVATE KEY";

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    // What PKCS #8 has before the 32 bytes of such a key.
    private static readonly byte[] Prefix = Convert.FromHexString("302e020100300506032b657004220420");

    /// <summary>Reads the key.</summary>
    /// <returns>32 bytes.</returns>
    /// <exception cref="InvalidDataException">There is no such file, others may read it, or it holds no such
    /// key.</exception>
    public static byte[] Read(string path)
    {
        if (!File.Exists(path))
            throw new InvalidDataException($"There is no note key in '{path}'.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new InvalidDataException($"'{path}' is a private key that others may read; set its mode to 0600.");
        return Seed(File.ReadAllText(path))
            ?? throw new InvalidDataException($"'{path}' holds no private Ed25519 key.");
    }

    /// <summary>Reads the key, or makes one where there is no file.</summary>
    /// <returns>32 bytes.</returns>
    /// <exception cref="InvalidDataException">Others may read the file, or it holds no such key.</exception>
    public static byte[] ReadOrCreate(string path)
    {
        if (!File.Exists(path))
            Create(path);
        return Read(path);
    }

    // Written beside and put in its place whole, so that a crash leaves no half key behind.
    private static void Create(string path)
    {
        var beside = path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(beside, options))
        {
            using (var writer = new StreamWriter(file, leaveOpen: true))
                writer.Write(PemEncoding.WriteString(Label, [.. Prefix, .. Ed25519Keys.NewSeed()]) + "\n");
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path);
    }

    private static byte[]? Seed(string text)
    {
        if (!PemEncoding.TryFind(text, out var fields) || text[fields.Label] != Label)
            return null;
        var der = Convert.FromBase64String(text[fields.Base64Data]);
        return der.Length == Prefix.Length + Ed25519Keys.SeedBytes && der.AsSpan().StartsWith(Prefix)
            ? der[Prefix.Length..]
            : null;
    }
}
