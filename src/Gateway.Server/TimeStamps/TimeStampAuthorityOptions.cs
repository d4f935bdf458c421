using System.ComponentModel.DataAnnotations;

namespace Gateway.Server.TimeStamps;

/// <summary>A time-stamp authority (RFC 3161 over HTTP).</summary>
internal sealed class TimeStampAuthorityOptions
{
    /// <summary>Its address, http or https, without user name or password.</summary>
    [Required(ErrorMessage = "Gateway:Evidence:TimeStampAuthorities: each has an Url.")]
    public string Url { get; set; } = "";

    /// <summary>
    /// PEM files of the roots that its certificate has to lead to, relative to <c>Gateway:Pki:Directory</c>; issuers that
    /// its tokens leave out may stand in them too. At least one.
    /// </summary>
    [MinLength(1, ErrorMessage = "Gateway:Evidence:TimeStampAuthorities: each has at least one file in Roots.")]
    public List<string> Roots { get; set; } = [];

    /// <summary>
    /// Object identifiers of the policies that are taken; a single one is asked for. Default none: every policy.
    /// </summary>
    public List<string> Policies { get; set; } = [];

    /// <summary>How long it may take to answer before the next one is asked. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:50")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong beside single values.</summary>
    public IEnumerable<string> Faults()
    {
        if (Url.Length > 0 && !IsHttp(Url))
            yield return "Gateway:Evidence:TimeStampAuthorities: an Url is no http or https address without user name.";
        foreach (var policy in Policies.Where(policy => !IsObjectIdentifier(policy)))
            yield return $"Gateway:Evidence:TimeStampAuthorities: the policy '{policy}' is not an object identifier.";
    }

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0;

    private static bool IsObjectIdentifier(string text) =>
        text.Split('.') is ["0" or "1" or "2", _, ..] arcs
        && arcs.All(arc => arc.Length is > 0 and <= 20
            && arc.All(char.IsAsciiDigit)
            && (arc.Length == 1 || arc[0] != '0'));
}
