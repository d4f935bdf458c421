using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Callers;
using Gateway.Server.Clearances;

namespace Gateway.Server.Pki;

/// <summary>
/// The certificates and keys in force. Immutable; a rotation makes a new one, which shares the parts that did not
/// change.
/// </summary>
internal sealed class GatewayPki(
    Shared<ServerIdentity> server, Shared<CallerTrust> callers, Shared<SigningKeys> signing,
    Shared<ClearanceKeys> clearance) : IDisposable
{
    private readonly Shared<ServerIdentity> _server = server.Hold();
    private readonly Shared<CallerTrust> _callers = callers.Hold();
    private readonly Shared<SigningKeys> _signing = signing.Hold();
    private readonly Shared<ClearanceKeys> _clearance = clearance.Hold();

    /// <summary>TLS server certificate, its key and chain.</summary>
    public ServerIdentity Server => _server.Value;

    /// <summary>Whose callers may connect, and who they are.</summary>
    public CallerTrust Callers => _callers.Value;

    /// <summary>Keys that answers are signed with.</summary>
    public SigningKeys Signing => _signing.Value;

    /// <summary>Keys of clearance certificates.</summary>
    public ClearanceKeys Clearance => _clearance.Value;

    /// <summary>All certificates.</summary>
    public IEnumerable<X509Certificate2> Certificates =>
    [
        Server.Certificate, .. Callers.Authorities.Certificates,
        .. Signing.Signers.All.Select(signer => signer.Certificate), .. Clearance.Certificates,
    ];

    /// <inheritdoc />
    public void Dispose()
    {
        _server.Release();
        _callers.Release();
        _signing.Release();
        _clearance.Release();
    }
}
