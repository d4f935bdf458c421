using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.Client.Watching.Received;

/// <summary>Evidence that somebody received and kept in a folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Statement">Its <c>statement.json</c>; null where there is none.</param>
/// <param name="Batch">Its <c>batch.txt</c>.</param>
/// <param name="Signature">Its <c>batch.p7s</c>.</param>
internal sealed record ReceivedEvidence(string Folder, byte[]? Statement, byte[] Batch, byte[] Signature)
{
    /// <summary>Name of the file that such a folder is known by.</summary>
    public const string BatchFile = "batch.txt";

    /// <summary>Name of the file of its signature.</summary>
    public const string SignatureFile = "batch.p7s";

    private const string StatementFile = "statement.json";

    // Far above what evidence has; whatever is longer is none.
    private const int MaxFileBytes = 16 * 1024;

    /// <summary>Tells it from all other.</summary>
    public ReceivedKey Key { get; } = ReceivedKey.Of(Statement, Batch, Signature);

    /// <summary>Every folder below one, and itself, that has evidence. Links are not followed.</summary>
    /// <exception cref="IOException">A folder can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static List<string> FoldersIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, BatchFile, new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.ReparsePoint,
            MatchCasing = MatchCasing.CaseSensitive,
        }).Select(file => Path.GetDirectoryName(file)!),
    ];

    /// <summary>Reads the files.</summary>
    /// <exception cref="IOException">A file is missing, too long or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static ReceivedEvidence Read(string folder) => new(
        folder,
        File.Exists(Path.Combine(folder, StatementFile)) ? Content(folder, StatementFile) : null,
        Content(folder, BatchFile),
        Content(folder, SignatureFile));

    /// <summary>Verifies it, and tells the head that it shows.</summary>
    /// <exception cref="EvidenceException">The first check that fails.</exception>
    public SignedHead Verify(BatchVerifier verifier)
    {
        var head = SignedHead.Verify(verifier, Batch, Signature);
        if (Statement is null)
            return head;
        var statement = Gateway.Evidence.Statement.Parse(Statement);
        Require(
            EvidenceCheck.StatementInBatch,
            head.Batch.Contains(SHA256.HashData(Statement)),
            "the statement's digest is not in the batch");
        Require(
            EvidenceCheck.Origin, statement.Gateway == head.Origin, "statement and batch name different logs");
        return head;
    }

    private static byte[] Content(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        if (file.Length > MaxFileBytes)
            throw new IOException($"'{name}' is longer than evidence is.");
        return File.ReadAllBytes(file.FullName);
    }

    private static void Require(EvidenceCheck check, bool condition, string problem)
    {
        if (!condition)
            throw new EvidenceException(check, $"Evidence refused: {problem}.");
    }
}
