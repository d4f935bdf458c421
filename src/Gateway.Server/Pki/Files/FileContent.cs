using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Server.Pki;

/// <summary>One file as it was read: its content and mode, or why it could not be.</summary>
internal sealed class FileContent
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly string _path;
    private readonly byte[]? _bytes;

    private FileContent(string path, byte[]? bytes, UnixFileMode mode, string fault, bool isMissing)
    {
        _path = path;
        _bytes = bytes;
        IsOpenToOthers = (mode & Others) != 0;
        Fault = fault;
        IsMissing = isMissing;
    }

    /// <summary>What it holds; null where it could not be read.</summary>
    public ReadOnlyMemory<byte>? Bytes => _bytes is null ? (ReadOnlyMemory<byte>?)null : _bytes;

    /// <summary>Whether others than its owner may read or write it. Never on Windows, which has no modes.</summary>
    public bool IsOpenToOthers { get; }

    /// <summary>Why it could not be read; empty where it could.</summary>
    public string Fault { get; }

    /// <summary>Whether there is no such file.</summary>
    public bool IsMissing { get; }

    /// <summary>Reads a file. Links are followed, as to the file whose mode counts.</summary>
    public static FileContent Read(string path, int maxBytes)
    {
        try
        {
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            if (stream.Length > maxBytes)
                return new FileContent(path, null, default, $"it is larger than {maxBytes} bytes.", false);
            var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(stream.SafeFileHandle);
            var bytes = new byte[stream.Length];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return new FileContent(path, length == bytes.Length ? bytes : bytes[..length], mode, "", false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new FileContent(path, null, default, "there is no such file.", true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FileContent(path, null, default, e.Message, false);
        }
    }

    /// <summary>Adds all that is known of it to a digest, in a form that no other file has.</summary>
    public void AddTo(IncrementalHash digest)
    {
        Span<byte> head = stackalloc byte[10];
        BinaryPrimitives.WriteInt64BigEndian(head, _bytes?.Length ?? -1);
        head[8] = IsOpenToOthers ? (byte)1 : (byte)0;
        head[9] = IsMissing ? (byte)1 : (byte)0;
        digest.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(_path)));
        digest.AppendData(head);
        digest.AppendData(_bytes ?? SHA256.HashData(Encoding.UTF8.GetBytes(Fault)));
    }

    /// <summary>Overwrites what was read: it may be a private key.</summary>
    public void Clear() => CryptographicOperations.ZeroMemory(_bytes);
}
