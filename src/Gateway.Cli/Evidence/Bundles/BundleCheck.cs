using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary>
/// Checks a bundle without a network: what <c>VERIFY.md</c> has a shell do, and that the statement is canonical, that
/// the signatures are of the profile, and how the times go together. The time that counts is that of the time stamp.
/// </summary>
/// <param name="files">The files by name.</param>
/// <param name="signingRoots">Roots of the answers' signatures.</param>
/// <param name="authorityRoots">Roots of time-stamp authorities.</param>
/// <param name="now">The time by this machine, which counts where there is no time stamp.</param>
internal sealed class BundleCheck(
    IReadOnlyDictionary<string, byte[]> files,
    X509Certificate2Collection signingRoots,
    X509Certificate2Collection authorityRoots,
    DateTimeOffset now)
{
    // A gateway whose clock is further off than this from the authority's takes no settlements.
    private static readonly TimeSpan MaxTimeApart = TimeSpan.FromSeconds(60);

    private readonly List<BundleFinding> _findings = [];

    private Statement? _statement;
    private Batch? _batch;
    private VerifiedTimeStamp? _stamp;
    private VerifiedSignature? _signature;

    private bool IsStamped => files.ContainsKey(BundleFiles.Stamp);

    /// <summary>Makes every check that can be made, also after one that failed.</summary>
    public BundleReport Run()
    {
        Try("files", Sums);
        Try("statement", ReadStatement);
        if (_statement is not null)
            Messages(_statement);
        Try("batch", StatementInBatch);
        if (IsStamped)
            Try("time-stamp", TimeStamp);
        Try("signature", () => Signature(BundleFiles.Batch, BundleFiles.Signature, out _signature));
        if (IsStamped)
            Try("later-signature", () => Signature(BundleFiles.StampedBatch, BundleFiles.StampedSignature, out _));
        Try("inclusion", Inclusion);
        Try("time", Times);
        return new BundleReport(
            _statement,
            _findings,
            _stamp?.Time,
            IsStamped || _signature is null ? null : new DateTimeOffset(_signature.Signer.NotAfter));
    }

    private string Sums()
    {
        var wrong = BundleSums.Wrong(files);
        Require(wrong.Count == 0, $"not as {BundleGuide.Name} says: {string.Join(", ", wrong)}");
        return $"{files.Count} files are as {BundleGuide.Name} says";
    }

    private string ReadStatement()
    {
        _statement = Statement.Parse(File(BundleFiles.Statement));
        return $"call {_statement.CallId}, an entry of {_statement.Gateway}";
    }

    private void Messages(Statement statement)
    {
        foreach (var direction in BundleMessages.Directions)
        {
            Digest(direction, BundleMessages.FileOf(direction), BundleMessages.DigestOf(statement, direction));
            foreach (var (file, sha256) in BundleMessages.OfStream(statement, direction, files))
                Digest(file, file, sha256);
        }

        if (statement.StatusDetailsSha256 is { } details)
            Digest("status-details", BundleMessages.Details, details);
        Digest("caller", BundleFiles.Caller, statement.CallerCertificateSha256);
        Digest("contract", BundleFiles.Contract, statement.ContractSha256);
    }

    private void Digest(string check, string name, string sha256)
    {
        if (!files.TryGetValue(name, out var file))
        {
            Add(check, BundleOutcome.Absent, $"{name} is not in the bundle; the statement has its SHA-256");
            return;
        }

        Try(check, () =>
        {
            Require(Convert.ToHexStringLower(SHA256.HashData(file)) == sha256, $"{name} is not what was stated");
            return $"{name} is what was stated";
        });
    }

    private string StatementInBatch()
    {
        _batch = Batch.Parse(File(BundleFiles.Batch));
        Require(_batch.Contains(SHA256.HashData(File(BundleFiles.Statement))), "the statement is not in the batch");
        Require(_statement is null || _batch.Origin == _statement.Gateway, "statement and batch are of different logs");
        return $"the statement is one of {_batch.Entries.Count} signed with the head of size {Number(_batch.Size)}";
    }

    private string TimeStamp()
    {
        Require(authorityRoots.Count > 0, "no --tsa-root was given to verify it with");
        _stamp = new TimeStampVerifier(authorityRoots).Verify(
            TimeStampResponse.TokenOf(File(BundleFiles.Stamp)),
            File(BundleFiles.StampedSignature),
            Certificates(BundleFiles.AuthorityChain));
        return $"{EvidenceSummary.Name(_stamp.Certificate)} saw the later batch {TimeText.Of(_stamp.Time)}";
    }

    private string Signature(string batch, string signature, out VerifiedSignature? verified)
    {
        verified = null;
        Require(!IsStamped || _stamp is not null, "the time at which its certificate counts is not known");
        verified = new BatchVerifier(signingRoots, Certificates(BundleFiles.Chain)).Verify(
            File(signature), File(batch), _stamp?.Time ?? now);
        return $"{EvidenceSummary.Name(verified.Signer)}, {TimeText.Of(verified.SigningTime)}";
    }

    private string Inclusion()
    {
        var head = Batch.Parse(File(IsStamped ? BundleFiles.StampedBatch : BundleFiles.Batch));
        var root = InclusionList.RootOf(
            File(BundleFiles.Inclusion), SHA256.HashData(File(BundleFiles.Statement)));
        Require(root.AsSpan().SequenceEqual(head.Root), "the path does not lead from the statement to the signed root");
        Require(_batch is null || head.Origin == _batch.Origin, "the batches are of different logs");
        return $"the statement is in the tree of size {Number(head.Size)}";
    }

    private string Times()
    {
        Require(_statement is not null && _signature is not null, "statement or signature can't be read");
        Require(
            (_statement!.CompleteTime - _signature!.SigningTime).Duration() <= MaxTimeApart,
            "the call was not complete within 60 s of the signature");
        Require(
            _stamp is null || _statement.CompleteTime <= _stamp.Time + MaxTimeApart,
            "the call is said to be complete after the time stamp");
        return $"complete {TimeText.Of(_statement.CompleteTime)} by the gateway's clock";
    }

    private X509Certificate2Collection Certificates(string name)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(System.Text.Encoding.ASCII.GetString(File(name)));
        return certificates;
    }

    private byte[] File(string name) =>
        files.TryGetValue(name, out var file) ? file : throw new FormatException($"{name} is not in the bundle");

    private void Try(string check, Func<string> run)
    {
        try
        {
            Add(check, BundleOutcome.Good, run());
        }
        catch (Exception e) when (
            e is EvidenceException or TimeStampException or FormatException or CryptographicException)
        {
            Add(check, BundleOutcome.Bad, e.Message);
        }
    }

    private void Add(string check, BundleOutcome outcome, string text) =>
        _findings.Add(new BundleFinding(check, outcome, text));

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw new FormatException(problem);
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
