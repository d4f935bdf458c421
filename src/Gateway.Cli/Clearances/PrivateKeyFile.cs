using System.Security.Cryptography;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Clearances;

/// <summary>Reads private keys, PEM (RFC 7468). One that others may read is refused.</summary>
internal static class PrivateKeyFile
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Reads a key into an algorithm.</summary>
    /// <exception cref="UsageException">The file is missing, holds no key of this kind, or others may read it.
    /// </exception>
    public static T Read<T>(string path, T key) where T : ECAlgorithm
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no file '{path}'.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new UsageException($"'{path}' is a private key that others may read; set its mode to 0600.");

        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new UsageException($"'{path}' is no private key on an elliptic curve.");
        }
    }
}
