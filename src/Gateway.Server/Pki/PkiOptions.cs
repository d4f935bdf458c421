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

    /// <summary>
    /// How long callers of an authority may call whose revocation list is overdue. Default 3 days.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan RevocationGrace { get; set; } = TimeSpan.FromDays(3);

    /// <summary>
    /// Largest settlement of such a caller meanwhile, EGP. Default 1000.
    /// </summary>
    [Range(typeof(decimal), "0", "1000000000")]
    public decimal OverdueSettlementCeiling { get; set; } = 1000;

    /// <summary>
    /// How long before its end a certificate or the trust list degrades the gateway. Default 14 days.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan ExpiryNotice { get; set; } = TimeSpan.FromDays(14);

    /// <summary>
    /// How often the files are read, whatever the system tells of changes. Default 1 second.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long changed files that cannot be used are waited for, such as a certificate whose key has not come yet,
    /// before that is a fault. Default 10 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>An authority whose callers may connect.</summary>
internal sealed class ClientAuthorityOptions
{
    /// <summary>
    /// PEM file with one or more root certificates; authorities below them may stand beside them.
    /// </summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>The only SPIFFE trust domain that its certificates may name.</summary>
    [Required]
    public string TrustDomain { get; set; } = "";

    /// <summary>
    /// File with the revocation lists of these authorities: one in DER, or any number in PEM. Default none: then only the
    /// access policy keeps a single caller out.
    /// </summary>
    public string RevocationList { get; set; } = "";
}
