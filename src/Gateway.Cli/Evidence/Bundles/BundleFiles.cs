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
    public const string Inclusion = "inclusion.txt";
    public const string StampedBatch = "stamped-batch.txt";
    public const string StampedSignature = "stamped.p7s";
    public const string Stamp = "stamped.tsr";
    public const string AuthorityChain = "tsa-chain.pem";

    /// <summary>What goes into the folder.</summary>
    /// <param name="evidence">What the gateway has.</param>
    /// <param name="statement">The statement in it.</param>
    /// <param name="messages">Messages of the call by file name, as far as somebody kept them.</param>
    public static SortedDictionary<string, byte[]> Of(
        GetEvidenceResponse evidence, Statement statement, IReadOnlyDictionary<string, byte[]> messages)
    {
        var files = new SortedDictionary<string, byte[]>(messages.ToDictionary(), StringComparer.Ordinal)
        {
            [Statement] = evidence.Evidence.Statement.ToByteArray(),
            [Batch] = evidence.Evidence.Batch.ToByteArray(),
            [Signature] = evidence.Evidence.Signature.ToByteArray(),
            [Chain] = Pem(evidence.SigningChain.Concat(evidence.Stamped?.SigningChain ?? []).Distinct()),
            [Contract] = evidence.Contract.ToByteArray(),
            [Inclusion] = InclusionList.Of(evidence.Inclusion),
        };
        if (!evidence.CallerCertificate.IsEmpty)
            files[Caller] = evidence.CallerCertificate.ToByteArray();
        foreach (var (name, text) in MessageText.Of(statement, messages))
            files[name] = text;
        if (evidence.Stamped is { } stamped)
        {
            files[StampedBatch] = stamped.Batch.Batch.ToByteArray();
            files[StampedSignature] = stamped.Batch.Signature.ToByteArray();
            files[Stamp] = TimeStampResponse.Of(stamped.TimeStamp.Span);
            files[AuthorityChain] = Pem(stamped.AuthorityChain);
        }

        return files;
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
