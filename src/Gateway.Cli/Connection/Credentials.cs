using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Gateway.Cli.Invocation;
using Gateway.Client;

namespace Gateway.Cli.Connection;

/// <summary>Who calls, and whom it trusts.</summary>
/// <param name="Caller">The caller's certificate.</param>
/// <param name="ServerRoots">Authorities of the server certificate.</param>
/// <param name="SigningRoots">Authorities of the signing certificate.</param>
/// <param name="Folder">Where the caller's certificate stands.</param>
internal sealed record Credentials(
    CallerCertificate Caller,
    X509Certificate2Collection ServerRoots,
    X509Certificate2Collection SigningRoots,
    string Folder)
{
    private const string ServerRoot = "server-root.pem";
    private const string SigningRoot = "signing-root.pem";

    /// <summary>Another caller, whose certificate and key stand in the same folder under its name.</summary>
    /// <exception cref="UsageException">They do not.</exception>
    public Credentials Beside(string name) => this with { Caller = LoadSample(name, Folder) };

    /// <summary>Reads the files that the options name, or those of the sample caller.</summary>
    /// <exception cref="UsageException">A file is missing or the options do not go together.</exception>
    public static Credentials Load(
        GlobalOptions options, ParseResult parsed, string workingDirectory, string sampleCaller)
    {
        var certificate = parsed.GetValue(options.Certificate);
        var key = parsed.GetValue(options.Key);
        if (certificate is null != key is null)
            throw new UsageException("--cert and --key go together.");
        var folder = certificate?.DirectoryName ?? SampleFolder.FindCertificates(workingDirectory);
        var caller = certificate is null
            ? LoadSample(parsed.GetValue(options.Caller) ?? sampleCaller, folder)
            : CallerCertificate.FromPemFiles(Existing(certificate.FullName), Existing(key!.FullName));
        var roots = Roots(options, parsed, workingDirectory);
        return new Credentials(caller, LoadRoots(roots, ServerRoot), LoadRoots(roots, SigningRoot), folder);
    }

    /// <summary>Reads the authorities of signing certificates, where nobody calls.</summary>
    /// <exception cref="UsageException">A file is missing.</exception>
    public static X509Certificate2Collection LoadSigningRoots(
        GlobalOptions options, ParseResult parsed, string workingDirectory) =>
        LoadRoots(Roots(options, parsed, workingDirectory), SigningRoot);

    private static string[] Roots(GlobalOptions options, ParseResult parsed, string workingDirectory) =>
        parsed.GetValue(options.Roots) is { Length: > 0 } given
            ? [.. given.Select(path => Path.GetFullPath(path, workingDirectory))]
            : [SampleFolder.FindCertificates(workingDirectory)];

    private static CallerCertificate LoadSample(string name, string folder)
    {
        var file = Path.Combine(folder, name + ".pem");
        if (!File.Exists(file))
        {
            throw new UsageException(
                $"There is no sample caller '{name}'. There are: {string.Join(", ", CallersIn(folder))}.");
        }

        return CallerCertificate.FromPemFiles(file, Existing(Path.Combine(folder, name + ".key")));
    }

    // A folder gives the file of each purpose; a file serves both, since a certificate says itself what it is for.
    private static X509Certificate2Collection LoadRoots(string[] paths, string fileInFolder)
    {
        var roots = new X509Certificate2Collection();
        foreach (var path in paths)
            roots.ImportFromPemFile(Existing(Directory.Exists(path) ? Path.Combine(path, fileInFolder) : path));
        return roots.Count > 0 ? roots : throw new UsageException("--roots names no certificate.");
    }

    private static string Existing(string path) =>
        File.Exists(path) ? path : throw new UsageException($"There is no file '{path}'.");

    private static IEnumerable<string> CallersIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.key")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => !name.EndsWith("root", StringComparison.Ordinal) && name is not ("server" or "signing"))
            .Order(StringComparer.Ordinal);
}
