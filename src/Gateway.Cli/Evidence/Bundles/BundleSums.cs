using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary>
/// SHA-256 of the files in <c>VERIFY.md</c>, as <c>sha256sum</c> writes them, and of the guide itself without the line
/// that says it.
/// </summary>
internal static partial class BundleSums
{
    /// <summary>The line with the guide's own sum, before the sum is known.</summary>
    public const string OwnLine = "guide=\n";

    /// <summary>The sums of files, a line each.</summary>
    public static IEnumerable<string> Of(IReadOnlyDictionary<string, byte[]> files) =>
        files.Select(file => $"{Sum(file.Value)}  {file.Key}");

    /// <summary>Puts the guide's own sum into it.</summary>
    /// <param name="guide">The guide with <see cref="OwnLine"/>.</param>
    public static string Close(string guide)
    {
        var sum = Sum(Encoding.UTF8.GetBytes(guide.Replace(OwnLine, "", StringComparison.Ordinal)));
        return guide.Replace(OwnLine, $"guide={sum}\n", StringComparison.Ordinal);
    }

    /// <summary>The files that are not as the guide says, or that it does not name.</summary>
    /// <param name="files">All files.</param>
    public static IReadOnlyList<string> Wrong(IReadOnlyDictionary<string, byte[]> files)
    {
        if (!files.TryGetValue(BundleGuide.Name, out var bytes))
            return [BundleGuide.Name];
        var guide = Encoding.UTF8.GetString(bytes);
        var sums = SumLine().Matches(guide).ToLookup(line => line.Groups[2].Value, line => line.Groups[1].Value);
        var wrong = files.Keys.Where(name => name != BundleGuide.Name).Union(sums.Select(sum => sum.Key))
            .Where(name => !files.TryGetValue(name, out var file) || !sums[name].SequenceEqual([Sum(file)]));
        var own = OwnSum().Match(guide).Groups[1].Value;
        return
        [
            .. Close(OwnSum().Replace(guide, OwnLine)) == guide && own.Length > 0 ? [] : new[] { BundleGuide.Name },
            .. wrong.Order(StringComparer.Ordinal),
        ];
    }

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    [GeneratedRegex("^([0-9a-f]{64})  ([^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex SumLine();

    [GeneratedRegex("^guide=([0-9a-f]{64})\n", RegexOptions.Multiline)]
    private static partial Regex OwnSum();
}
