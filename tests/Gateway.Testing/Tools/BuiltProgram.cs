namespace Gateway.Testing.Tools;

/// <summary>Programs of this checkout, built in the same configuration as the tests.</summary>
internal static class BuiltProgram
{
    /// <summary>Path of a program's assembly.</summary>
    /// <param name="project">Folder of the project below <c>src</c>.</param>
    /// <param name="assembly">Name of the assembly.</param>
    public static string Path(string project, string assembly) => System.IO.Path.Combine(
        Repository.Root, "src", project, "bin", new DirectoryInfo(
            AppContext.BaseDirectory).Parent!.Name, "net10.0", assembly + ".dll");
}
