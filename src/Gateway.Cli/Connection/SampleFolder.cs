using Gateway.Cli.Invocation;

namespace Gateway.Cli.Connection;

/// <summary>Finds the solution and, in it, the sample certificates that the gateway makes in Development.</summary>
internal static class SampleFolder
{
    private const string Marker = "Gateway.sln";
    private const string MakeIt =
        "Start the gateway once, which makes them: dotnet run --project src/Gateway.Server. "
        + "Or name your own with --cert, --key and --roots.";

    /// <summary>
    /// The folder with <c>Gateway.sln</c>, at or above <paramref name="start"/> or the program; null where there is
    /// none.
    /// </summary>
    public static string? FindSolution(string start) => FindAbove(start) ?? FindAbove(AppContext.BaseDirectory);

    /// <summary>The folder of the sample certificates.</summary>
    /// <exception cref="UsageException">There is none; the message tells how to make it.</exception>
    public static string FindCertificates(string start)
    {
        if (FindSolution(start) is not { } solution)
            throw new UsageException($"No sample certificates: there is no {Marker} here or above. {MakeIt}");

        var folder = Path.Combine(solution, "certs-sample", "dev");
        return Directory.Exists(folder)
            ? folder
            : throw new UsageException($"No sample certificates in '{folder}'. {MakeIt}");
    }

    private static string? FindAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
                return folder.FullName;
        }

        return null;
    }
}
