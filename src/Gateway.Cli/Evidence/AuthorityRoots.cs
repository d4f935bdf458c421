using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Evidence;

/// <summary><c>--tsa-root</c>: roots of time-stamp authorities.</summary>
internal sealed class AuthorityRoots(string workingDirectory)
{
    /// <summary>The option.</summary>
    public Option<string[]> Option { get; } = new("--tsa-root")
    {
        Description = "Root of a time-stamp authority, PEM; once for each. Time stamps are verified where it is given.",
        HelpName = "FILE",
    };

    /// <summary>Reads them; null where none is given.</summary>
    /// <exception cref="UsageException">A file is missing.</exception>
    public X509Certificate2Collection? Read(ParseResult parsed)
    {
        if (parsed.GetValue(Option) is not { Length: > 0 } files)
            return null;
        var roots = new X509Certificate2Collection();
        foreach (var file in files)
        {
            var path = Path.GetFullPath(file, workingDirectory);
            if (!File.Exists(path))
                throw new UsageException($"There is no file '{path}'.");
            roots.ImportFromPemFile(path);
        }

        return roots;
    }
}
