using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Writes each certificate once. What was written is remembered only when it was committed. Used by one
/// thread.</summary>
internal sealed class CertificateStore(SqliteConnection connection) : IDisposable
{
    private const int MaxRemembered = 65_536;

    private readonly HashSet<DigestKey> _written = [];
    private readonly List<DigestKey> _uncommitted = [];
    private X509Certificate2? _signer;
    private X509Certificate2? _uncommittedSigner;

    private readonly PreparedStatement _certificate = new(
        connection,
        "INSERT INTO certificate (sha256, der) VALUES ($sha256, $der) ON CONFLICT DO NOTHING",
        "$sha256", "$der");

    private readonly PreparedStatement _step = new(
        connection,
        """
        INSERT INTO signing_chain (signing_sha256, step, certificate_sha256) VALUES ($signing, $step, $sha256)
        ON CONFLICT DO NOTHING
        """,
        "$signing", "$step", "$sha256");

    internal void AddCaller(PendingSeal answer)
    {
        if (answer.CallerCertificate is not { } der || _written.Contains(answer.CallerCertificateKey))
            return;
        _certificate.Run(answer.CallerCertificateKey.ToBytes(), der.ToArray());
        _uncommitted.Add(answer.CallerCertificateKey);
    }

    internal void AddChain(X509Certificate2 signer, IReadOnlyList<X509Certificate2> issuers)
    {
        if (ReferenceEquals(signer, _signer))
            return;
        var signing = SHA256.HashData(signer.RawDataMemory.Span);
        AddStep(signing, 0, signer);
        for (var index = 0; index < issuers.Count; index++)
            AddStep(signing, index + 1, issuers[index]);
        _uncommittedSigner = signer;
    }

    /// <summary>What was written since the last call is on disk.</summary>
    internal void Committed()
    {
        if (_written.Count + _uncommitted.Count > MaxRemembered)
            _written.Clear();
        _written.UnionWith(_uncommitted);
        _uncommitted.Clear();
        _signer = _uncommittedSigner ?? _signer;
        _uncommittedSigner = null;
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _step.Dispose();
    }

    private void AddStep(byte[] signing, long step, X509Certificate2 certificate)
    {
        var sha256 = SHA256.HashData(certificate.RawDataMemory.Span);
        _certificate.Run(sha256, certificate.RawData);
        _step.Run(signing, step, sha256);
    }
}
