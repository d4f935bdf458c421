using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Gateway.Contracts.V1;

namespace Gateway.Server.Callers;

/// <summary>Which SPIFFE ids are callers, and in which role. Immutable.</summary>
internal sealed class AccessPolicy
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly List<(Regex Form, Role Role)> _rules = [];
    private readonly HashSet<string> _denied;

    private AccessPolicy(PolicyFile file)
    {
        foreach (var rule in file.Callers)
        {
            var role = RoleOf(rule.Role);
            if (role == Role.Branch && !rule.Pattern.Contains("{branch}", StringComparison.Ordinal))
                throw new InvalidDataException($"the pattern '{rule.Pattern}' of a BRANCH has no {{branch}}.");
            _rules.Add((FormOf(rule.Pattern), role));
        }

        if (file.Denied.Find(id => !SpiffeId.TryParse(id, out _)) is { } odd)
            throw new InvalidDataException($"'{odd}' in 'denied' is not a SPIFFE id: it would deny nobody.");

        if (_rules.Count == 0)
            throw new InvalidDataException("The access policy has no entry in 'callers': nobody could call.");
        _denied = file.Denied.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Reads and checks a policy file.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="path">Where it is, for the message.</param>
    /// <exception cref="InvalidDataException">The file is not a policy; the message says why.</exception>
    public static AccessPolicy Read(ReadOnlyMemory<byte> content, string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<PolicyFile>(content.Span, Json)
                ?? throw new InvalidDataException("it is empty.");
            return new AccessPolicy(file);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"The access policy '{path}' cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Whether an id is kept out by name, or is that of a counter of a branch that is.</summary>
    public bool Denies(SpiffeId id) =>
        _denied.Contains(id.Value) || _denied.Any(denied => IsBelow(id.Value, denied));

    /// <summary>The caller that an id names, or null where no pattern fits.</summary>
    public Caller? Find(SpiffeId id)
    {
        foreach (var (form, role) in _rules)
        {
            var match = form.Match(id.Value);
            if (match.Success)
                return new Caller(id, role, match.Groups["branch"].Value, match.Groups["counter"].Value);
        }

        return null;
    }

    // Who denies a branch denies its counters.
    private static bool IsBelow(string id, string denied) =>
        id.Length > denied.Length && id[denied.Length] == '/' && id.StartsWith(denied, StringComparison.Ordinal);

    private static Regex FormOf(string pattern)
    {
        if (!SpiffeId.TryParse(
            pattern.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), out _))
            throw new InvalidDataException(
                $"the pattern '{pattern}' is not a SPIFFE id with {{branch}}, {{counter}} or {{name}}.");

        var form = Regex.Escape(pattern)
            .Replace(@"\{branch}", "(?<branch>[0-9]{5})", StringComparison.Ordinal)
            .Replace(@"\{counter}", "(?<counter>[0-9]{2})", StringComparison.Ordinal)
            .Replace(@"\{name}", "[A-Za-z0-9._-]{1,64}", StringComparison.Ordinal);
        if (form.Contains(@"\{", StringComparison.Ordinal))
            throw new InvalidDataException(
                $"the pattern '{pattern}' has a placeholder other than {{branch}}, {{counter}}, {{name}}.");

        return new Regex($@"\A{form}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    private static Role RoleOf(string name) =>
        Enum.TryParse<Role>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var role)
            && role != Role.Unspecified && !char.IsAsciiDigit(name[0])
            ? role
            : throw new InvalidDataException(
                $"the role '{name}' is none of BRANCH, POSTAL_HUB, HEAD_OFFICE, REVIEWER, AUDITOR.");

    private sealed record PolicyFile(
        [property: JsonRequired] List<PolicyRule> Callers, [property: JsonRequired] List<string> Denied);

    private sealed record PolicyRule([property: JsonRequired] string Pattern, [property: JsonRequired] string Role);
}
