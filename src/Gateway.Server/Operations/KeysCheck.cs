using Gateway.Server.Pki;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Server.Operations;

/// <summary>
/// Whether the files of certificates and keys are what is in force, and whether what is in force lasts. The trust list
/// has a check of its own.
/// </summary>
internal sealed class KeysCheck(PkiStatusReader status, PkiOptions options, IHostEnvironment environment) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var now = status.Read();
        var others = now with { Items = [.. now.Items.Where(item => item.Kind != PkiItemKind.TrustList)] };
        List<string> troubles = [.. others.Troubles, .. Unset()];
        var waiting = now.Parts.Where(part => part.Kind == PartStateKind.Waiting)
            .Select(part => $"{part.Part} waited for: {part.Detail}");
        var text = string.Join("; ", [.. troubles, .. waiting]);
        return Task.FromResult(troubles.Count > 0
            ? HealthCheckResult.Degraded(text)
            : HealthCheckResult.Healthy(text.Length > 0 ? text : "in force as they are on disk"));
    }

    private IEnumerable<string> Unset() => environment.IsProduction()
        ? options.ClientAuthorities.Where(authority => authority.RevocationList.Length == 0)
            .Select(authority => $"no revocation list is set for '{authority.File}'")
        : [];
}
