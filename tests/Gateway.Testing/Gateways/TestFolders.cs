namespace Gateway.Testing.Gateways;

/// <summary>Folders for one test each.</summary>
internal static class TestFolders
{
    /// <summary>Makes an empty folder.</summary>
    public static string Create()
    {
        var folder = Path.Combine(
            Path.GetTempPath(), "gateway-tests", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N"));
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Deletes a folder and what is in it.</summary>
    public static void Delete(string folder) => Directory.Delete(folder, recursive: true);
}
