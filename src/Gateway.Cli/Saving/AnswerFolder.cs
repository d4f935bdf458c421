using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Client;

namespace Gateway.Cli.Saving;

/// <summary>
/// Keeps answers on disk in the form in which outside programs check them. The last answer stands in the folder itself,
/// those before it in <c>1</c>, <c>2</c>, … Of a stream <c>request.bin</c> has the digests of its messages, one after
/// another, and <c>request-messages</c> the messages; so the digest of <c>request.bin</c> is always that of the
/// statement.
/// </summary>
internal static class AnswerFolder
{
    private static readonly string[] FileNames =
        ["request.bin", "response.bin", "status-details.bin", "statement.json", "batch.txt", "batch.p7s", "chain.pem"];

    /// <summary>Writes the answers; what an earlier command kept in the folder goes.</summary>
    public static void Write(string folder, IReadOnlyList<VerifiedAnswer> answers)
    {
        if (answers.Count == 0)
            return;

        Directory.CreateDirectory(folder);
        Clear(folder);
        for (var i = 0; i < answers.Count - 1; i++)
            WriteOne(Path.Combine(folder, (i + 1).ToString(CultureInfo.InvariantCulture)), answers[i]);
        WriteOne(folder, answers[^1]);
    }

    private static void WriteOne(string folder, VerifiedAnswer answer)
    {
        Directory.CreateDirectory(folder);
        var evidence = answer.Evidence;
        WriteMessages(folder, "request", answer.RequestMessages);
        WriteMessages(folder, "response", answer.ResponseMessages);
        if (answer.StatusDetails is { } details)
            File.WriteAllBytes(Path.Combine(folder, "status-details.bin"), details);
        File.WriteAllBytes(Path.Combine(folder, "statement.json"), evidence.StatementBytes);
        File.WriteAllBytes(Path.Combine(folder, "batch.txt"), evidence.BatchBytes);
        File.WriteAllBytes(Path.Combine(folder, "batch.p7s"), evidence.Signature);
        File.WriteAllText(Path.Combine(folder, "chain.pem"), Pem([evidence.Signer, .. evidence.Issuers]));
    }

    // No message at all is an empty file, whose digest is also that of no message.
    private static void WriteMessages(string folder, string name, IReadOnlyList<byte[]> messages)
    {
        var isOne = messages.Count == 1;
        byte[] digested = isOne ? messages[0] : [.. messages.SelectMany(SHA256.HashData)];
        File.WriteAllBytes(Path.Combine(folder, name + ".bin"), digested);
        if (isOne || messages.Count == 0)
            return;

        Directory.CreateDirectory(MessageFolder(folder, name));
        for (var i = 0; i < messages.Count; i++)
            File.WriteAllBytes(MessageFile(folder, name, i + 1), messages[i]);
    }

    private static string MessageFolder(string folder, string name) => Path.Combine(folder, name + "-messages");

    private static string MessageFile(string folder, string name, int number) =>
        Path.Combine(MessageFolder(folder, name), number.ToString(CultureInfo.InvariantCulture) + ".bin");

    private static string Pem(IEnumerable<X509Certificate2> certificates) =>
        string.Concat(certificates.Select(certificate => certificate.ExportCertificatePem() + "\n"));

    // Only files of these names: the folder is the user's.
    private static void Clear(string folder)
    {
        ClearOne(folder);
        for (var i = 1; Directory.Exists(Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture))); i++)
        {
            var earlier = Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture));
            ClearOne(earlier);
            DeleteIfEmpty(earlier);
        }
    }

    private static void ClearOne(string folder)
    {
        foreach (var name in FileNames)
            File.Delete(Path.Combine(folder, name));
        foreach (var name in new[] { "request", "response" })
        {
            for (var i = 1; File.Exists(MessageFile(folder, name, i)); i++)
                File.Delete(MessageFile(folder, name, i));
            DeleteIfEmpty(MessageFolder(folder, name));
        }
    }

    private static void DeleteIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }
}
