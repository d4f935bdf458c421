using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary>The files of a bundle but for its guide, by name.</summary>
internal static class BundleFiles
{
    public const string Statement = "statement.json";
    public const string Batch = "batch.txt";
    public const string Signature = "batch.p7s";
    public const string Chain = "chain.pem";
    public const string Contract = "contract.binpb";
    public const string Caller = "caller.der";
    public const string Request = "request.bin";
    public const string Response = "response.bin";
    public const string Inclusion = "inclusion.txt";
    public const string StampedBatch = "stamped-batch.txt";
    public const string StampedSignature = "stamped.p7s";
    public const string Stamp = "stamped.tsr";
    public const string AuthorityChain = "tsa-chain.pem";

    /// <summary>What goes into the folder.</summary>
    /// <param name="evidence">What the gateway has.</param>
    /// <param name="request">The request; null where nobody brought it.</param>
    /// <param name="response">The response; null as well.</param>
    public static SortedDictionary<string, byte[]> Of(GetEvidenceResponse evidence, byte[]? request, byte[]? response)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [Statement] = evidence.Evidence.Statement.ToByteArray(),
            [Batch] = evidence.Evidence.Batch.ToByteArray(),
            [Signature] = evidence.Evidence.Signature.ToByteArray(),
            [Chain] = Pem(evidence.SigningChain),
            [Contract] = evidence.Contract.ToByteArray(),
            [Inclusion] = InclusionList.Of(evidence.Inclusion),
        };
        if (!evidence.CallerCertificate.IsEmpty)
            files[Caller] = evidence.CallerCertificate.ToByteArray();
        var method = MessageText.MethodOf(Gateway.Evidence.Statement.Parse(evidence.Evidence.Statement.Span).Method);
        Add(files, Request, request, bytes => MessageText.Of(method!.InputType, bytes), method is not null);
        Add(files, Response, response, bytes => MessageText.Of(method!.OutputType, bytes), method is not null);
        if (evidence.Stamped is { } stamped)
        {
            files[StampedBatch] = stamped.Batch.Batch.ToByteArray();
            files[StampedSignature] = stamped.Batch.Signature.ToByteArray();
            files[Stamp] = TimeStampResponse.Of(stamped.TimeStamp.Span);
            files[AuthorityChain] = Pem(stamped.AuthorityChain);
        }

        return files;
    }

    private static void Add(
        SortedDictionary<string, byte[]> files, string name, byte[]? message, Func<byte[], string?> read, bool isKnown)
    {
        if (message is null)
            return;
        files[name] = message;
        if (isKnown && read(message) is { } text)
            files[Path.ChangeExtension(name, ".txt")] = Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Pem(IEnumerable<ByteString> certificates)
    {
        var pem = new StringBuilder();
        foreach (var der in certificates)
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der.Span);
            pem.Append(certificate.ExportCertificatePem()).Append('\n');
        }

        return Encoding.ASCII.GetBytes(pem.ToString());
    }
}
