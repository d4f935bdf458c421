using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Pki;

/// <summary>Certificates and keys. File names are relative to <see cref="Directory"/>.</summary>
internal sealed class PkiOptions
{
    /// <summary>Folder of the files below. Default <c>certs-sample/dev</c> in Development, else required.</summary>
    [Required(ErrorMessage = "Gateway:Pki:Directory is required: the folder of the gateway's certificates and keys.")]
    public string Directory { get; set; } = "";

    /// <summary>
    /// Name of the TLS server certificate (<c>NAME.pem</c>, with its chain) and its key (<c>NAME.key</c>). Default
    /// <c>server</c>.
    /// </summary>
    [Required]
    public string Server { get; set; } = "server";

    /// <summary>Name of the certificate and key that answers are signed with. Default <c>signing</c>.</summary>
    [Required]
    public string Signing { get; set; } = "signing";

    /// <summary>
    /// Name of the certificate and key that the codes of clearance certificates, and revocation lists, are signed with.
    /// Default <c>clearance-signing</c>.
    /// </summary>
    [Required]
    public string ClearanceSigning { get; set; } = "clearance-signing";

    /// <summary>
    /// Name of the certificate of the traffic units' key, for which the holder is encrypted in a code. Default
    /// <c>unit-encryption</c>; empty leaves the holder out.
    /// </summary>
    public string UnitEncryption { get; set; } = "unit-encryption";

    /// <summary>PEM files of the roots that verifiers of certificates have pinned. At least one.</summary>
    [MinLength(1, ErrorMessage = "Gateway:Pki:ClearanceRoots names no root: no trust list could be checked.")]
    public List<string> ClearanceRoots { get; set; } = [];

    /// <summary>File of the trust list, signed by one of the roots. Default <c>trust-list.cbor</c>.</summary>
    [Required]
    public string TrustList { get; set; } = "trust-list.cbor";

    /// <summary>
    /// Authorities whose callers may connect, each with the one trust domain that it may name. At least one.
    /// </summary>
    [MinLength(1, ErrorMessage = "Gateway:Pki:ClientAuthorities names no authority: nobody could call.")]
    [ValidateEnumeratedItems]
    public List<ClientAuthorityOptions> ClientAuthorities { get; set; } = [];

    /// <summary>
    /// File that says which SPIFFE ids are callers, and in which role. Default: <c>access-policy.json</c> beside the
    /// server.
    /// </summary>
    public string AccessPolicy { get; set; } = "";
}

/// <summary>An authority whose callers may connect.</summary>
internal sealed class ClientAuthorityOptions
{
    /// <summary>PEM file with one or more root certificates.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>The only SPIFFE trust domain that its certificates may name.</summary>
    [Required]
    public string TrustDomain { get; set; } = "";
}
