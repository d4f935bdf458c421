using System.ComponentModel.DataAnnotations;
using Gateway.Server.Appeals;
using Gateway.Server.Clearances;
using Gateway.Server.Evidence;
using Gateway.Server.Limits;
using Gateway.Server.Pki;
using Gateway.Server.Sms;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Hosting;

/// <summary>All settings of the gateway, bound from the configuration section <c>Gateway</c>.</summary>
internal sealed class GatewayOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Gateway";

    /// <summary>Address and port of the gRPC listener, <c>host:port</c>. Default <c>localhost:5443</c>.</summary>
    [Required]
    public string Listen { get; set; } = "localhost:5443";

    /// <summary>
    /// Name of this gateway, the first part of its evidence log's origin; lower-case letters, digits, dots, hyphens and
    /// slashes. Required in Production; default <c>traffic-gateway.example/gw-1</c> elsewhere.
    /// </summary>
    [Required(ErrorMessage = "Gateway:Name is required: it names this gateway's evidence log for ever.")]
    [RegularExpression("^[a-z0-9][a-z0-9./-]{0,79}$", ErrorMessage =
        "Gateway:Name takes up to 80 lower-case letters, digits, dots, hyphens and slashes.")]
    public string Name { get; set; } = "";

    /// <summary>
    /// Folder of the evidence log and of the embedded database; one process at a time. Default <c>.data</c> beside
    /// <c>Gateway.sln</c> in Development, else required.
    /// </summary>
    [Required(ErrorMessage = "Gateway:DataDirectory is required: the evidence log lives there.")]
    public string DataDirectory { get; set; } = "";

    /// <summary>The probes' listener.</summary>
    [ValidateObjectMembers]
    public OperationsOptions Operations { get; set; } = new();

    /// <summary>Certificates and keys.</summary>
    [ValidateObjectMembers]
    public PkiOptions Pki { get; set; } = new();

    /// <summary>The prosecution's database.</summary>
    [ValidateObjectMembers]
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>Appeals.</summary>
    [ValidateObjectMembers]
    public AppealOptions Appeals { get; set; } = new();

    /// <summary>Clearance certificates.</summary>
    [ValidateObjectMembers]
    public ClearanceOptions Clearance { get; set; } = new();

    /// <summary>SMS about the stages of appeals.</summary>
    [ValidateObjectMembers]
    public SmsOptions Sms { get; set; } = new();

    /// <summary>Sealing of answers.</summary>
    [ValidateObjectMembers]
    public EvidenceOptions Evidence { get; set; } = new();

    /// <summary>What one call, one caller and all callers together may take.</summary>
    [ValidateObjectMembers]
    public LimitOptions Limits { get; set; } = new();

    /// <summary>
    /// How long calls in flight may go on after SIGTERM. Default 30 seconds, the default deadline of a call.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>The probes' listener.</summary>
internal sealed class OperationsOptions
{
    /// <summary>
    /// Address and port, plain HTTP; only a loopback address is taken. Default <c>127.0.0.1:5480</c>.
    /// </summary>
    [Required]
    public string Listen { get; set; } = "127.0.0.1:5480";
}

[OptionsValidator]
internal sealed partial class GatewayOptionsValidator : IValidateOptions<GatewayOptions>;
