using System.Globalization;
using System.Security.Cryptography;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary>
/// Messages of a call for its bundle, by file name: <c>request.bin</c>, and for a stream, whose <c>request.bin</c> is
/// the digests of its messages, those as <c>request-messages/1.bin</c>, …; <c>response</c> likewise; and
/// <c>status-details.bin</c>. What the gateway keeps comes first, then what the party kept that called. Each has the
/// digest that the statement names, or it is not taken.
/// </summary>
internal static class BundleMessages
{
    public const string Details = "status-details.bin";

    private const string Request = "request";
    private const string Response = "response";

    /// <summary>Both directions, in order.</summary>
    public static readonly IReadOnlyList<string> Directions = [Request, Response];

    /// <summary>The file of a direction.</summary>
    public static string FileOf(string direction) => direction + ".bin";

    /// <summary>The file of one message of a stream.</summary>
    /// <param name="direction">Which direction.</param>
    /// <param name="number">From 1.</param>
    public static string FileOf(string direction, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{direction}-messages/{number}.bin");

    /// <summary>How many messages a direction had.</summary>
    public static int CountOf(Statement statement, string direction) =>
        direction == Request ? statement.RequestCount : statement.ResponseCount;

    /// <summary>Gathers them.</summary>
    /// <param name="statement">The statement of the call.</param>
    /// <param name="kept">What the gateway keeps, if anything.</param>
    /// <param name="folder">What the party kept, as <c>--save</c> writes it; null if nothing.</param>
    /// <exception cref="UsageException">A file in the folder is missing, or is of another call.</exception>
    public static Dictionary<string, byte[]> Gather(Statement statement, KeptMessages? kept, string? folder)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        Take(files, Request, kept?.Request);
        Take(files, Response, kept?.Response);
        if (folder is null)
            return files;

        foreach (var direction in Directions)
        {
            if (files.ContainsKey(FileOf(direction)))
                continue;
            files[FileOf(direction)] = Read(folder, FileOf(direction), DigestOf(statement, direction));
            foreach (var (file, sha256) in OfStream(statement, direction, files))
                files[file] = Read(folder, file, sha256);
        }

        if (statement.StatusDetailsSha256 is { } details)
            files[Details] = Read(folder, Details, details);
        return files;
    }

    /// <summary>Digest of a direction in the statement, lower-case hex.</summary>
    public static string DigestOf(Statement statement, string direction) =>
        direction == Request ? statement.RequestSha256 : statement.ResponseSha256;

    /// <summary>The messages of a stream, and the SHA-256 that each has to have.</summary>
    /// <param name="statement">The statement of the call.</param>
    /// <param name="direction">Which direction.</param>
    /// <param name="files">Where its digests are.</param>
    public static IEnumerable<(string File, string Sha256)> OfStream(
        Statement statement, string direction, IReadOnlyDictionary<string, byte[]> files)
    {
        var count = CountOf(statement, direction);
        return count > 1 && files.TryGetValue(FileOf(direction), out var digests)
            ? digests.Chunk(SHA256.HashSizeInBytes).Take(count).Select((digest, i) =>
                (FileOf(direction, i + 1), Convert.ToHexStringLower(digest)))
            : [];
    }

    private static void Take(Dictionary<string, byte[]> files, string direction, ByteString? message)
    {
        if (message is { IsEmpty: false })
            files[FileOf(direction)] = message.ToByteArray();
    }

    private static byte[] Read(string folder, string name, string sha256)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            throw new UsageException($"There is no file '{path}'.");
        var content = File.ReadAllBytes(path);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == sha256
            ? content
            : throw new UsageException($"'{path}' is not of this call: its SHA-256 is another.");
    }
}
