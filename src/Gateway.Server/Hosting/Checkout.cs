namespace Gateway.Server.Hosting;

/// <summary>Finds the checkout that a development build runs in.</summary>
internal static class Checkout
{
    /// <summary>
    /// The nearest folder with <c>Gateway.sln</c> at or above the working directory or the program; else null.
    /// </summary>
    public static string? Find() => Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory);

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gateway.sln")))
                return folder.FullName;
        }

        return null;
    }
}
