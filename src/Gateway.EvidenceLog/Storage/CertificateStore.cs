using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Writes each certificate once. What was written is remembered only when it was committed. Used by one
/// thread.</summary>
internal sealed class CertificateStore(SqliteConnection connection) : IDisposable
{
    private const int MaxRemembered = 65_536;

    private readonly HashSet<DigestKey> _written = [];
    private readonly List<DigestKey> _uncommitted = [];
    private ReadOnlyMemory<byte> _signer;
    private ReadOnlyMemory<byte>? _uncommittedSigner;

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

    /// <summary>Adds a signing certificate with its issuers, DER.</summary>
    internal void AddChain(IReadOnlyList<ReadOnlyMemory<byte>> chain)
    {
        if (chain[0].Span.SequenceEqual(_signer.Span))
            return;
        var signing = SHA256.HashData(chain[0].Span);
        for (var step = 0; step < chain.Count; step++)
        {
            var sha256 = SHA256.HashData(chain[step].Span);
            _certificate.Run(sha256, chain[step].ToArray());
            _step.Run(signing, (long)step, sha256);
        }

        _uncommittedSigner = chain[0];
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
}
