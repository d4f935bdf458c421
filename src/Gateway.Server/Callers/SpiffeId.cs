using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Gateway.Server.Callers;

/// <summary>
/// A SPIFFE id (SPIFFE-ID standard, section 2): <c>spiffe://trust-domain/path</c>, at most 128 characters here.
/// </summary>
internal sealed partial record SpiffeId
{
    private const int MaxLength = 128;

    private SpiffeId(string value, string trustDomain, string path)
    {
        Value = value;
        TrustDomain = trustDomain;
        Path = path;
    }

    /// <summary>The whole id.</summary>
    public string Value { get; }

    /// <summary>The trust domain, lower case.</summary>
    public string TrustDomain { get; }

    /// <summary>The path, with its leading slash.</summary>
    public string Path { get; }

    /// <summary>Reads an id; false for anything but the strict form with a path.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SpiffeId? id)
    {
        var match = text.Length <= MaxLength ? Form().Match(text) : Match.Empty;
        var relative = match.Success && match.Groups["path"].Value.Split('/').Any(part => part is "." or "..");
        id = match.Success && !relative
            ? new SpiffeId(text, match.Groups["domain"].Value, match.Groups["path"].Value)
            : null;
        return id is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"\Aspiffe://(?<domain>[a-z0-9._-]{1,120})(?<path>(/[A-Za-z0-9._-]+)+)\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
