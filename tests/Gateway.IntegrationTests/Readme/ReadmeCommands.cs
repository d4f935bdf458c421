using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Readme;

/// <summary>The commands in a README: lines of its plain code blocks that begin with a program's name.</summary>
internal static class ReadmeCommands
{
    private static readonly string[] Programs = ["dotnet ", "openssl ", "npm ", "cd ", "../"];

    /// <summary>The commands, in order.</summary>
    public static IReadOnlyList<string> Of(string readme)
    {
        var commands = new List<string>();
        var inBlock = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, readme)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inBlock = !inBlock;
            else if (inBlock && Programs.Any(program => line.StartsWith(program, StringComparison.Ordinal)))
                commands.Add(line.TrimEnd());
        }

        return commands;
    }
}
