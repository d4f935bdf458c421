using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Gateway.Clearance;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Clearances;

/// <summary>
/// A key for a trust list as a command line names it: its certificate, and from which day to which it signs, in UTC.
/// </summary>
internal static partial class TrustListKey
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Reads <c>FILE</c> or <c>FILE:FROM..UNTIL</c>.</summary>
    /// <exception cref="UsageException">The file holds no certificate of a key on P-256, or the days are none.
    /// </exception>
    public static TrustedKey Read(string text, string workingDirectory)
    {
        var match = Form().Match(text);
        var path = Path.GetFullPath(match.Groups["file"].Value, workingDirectory);
        using var certificate = PinnedRoots.CertificateAt(path);
        using var key = certificate.GetECDsaPublicKey();
        if (key?.ExportParameters(false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
            throw new UsageException($"The key of '{path}' is not on P-256.");

        var (from, until) = match.Groups["from"].Success
            ? (DayOf(match.Groups["from"].Value), DayOf(match.Groups["until"].Value).AddDays(1).AddSeconds(-1))
            : (new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
        if (until <= from)
            throw new UsageException($"'{text}' ends before it begins.");
        return new TrustedKey(
            KeyUses.Certificates | KeyUses.RevocationLists,
            certificate.PublicKey.ExportSubjectPublicKeyInfo(),
            from,
            until);
    }

    private static DateTimeOffset DayOf(string text) =>
        DateTimeOffset.TryParseExact(
            text, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
            ? day
            : throw new UsageException($"'{text}' is no day such as 2026-07-31.");

    // The last colon before two days; a path may have one too.
    [GeneratedRegex(@"^(?<file>.+?)(:(?<from>[0-9-]+)\.\.(?<until>[0-9-]+))?$", RegexOptions.Singleline)]
    private static partial Regex Form();
}
