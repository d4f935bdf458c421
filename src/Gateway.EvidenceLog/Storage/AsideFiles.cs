namespace Gateway.EvidenceLog;

/// <summary>Sets the file of a log that was lost aside; nothing is ever deleted.</summary>
internal static class AsideFiles
{
    // The database last: without it the file is still found, and a new one is never made beside the journal of the old.
    private static readonly string[] Suffixes = ["-shm", "-wal", ""];

    /// <summary>Renames the file to <c>evidence-set-aside-N.db</c> with the first N that is free, and its journal with
    /// it. Nothing is done where there is none.</summary>
    /// <exception cref="IOException">It can't be renamed.</exception>
    internal static void Move(string path)
    {
        var to = Enumerable.Range(1, int.MaxValue)
            .Select(number => $"{Path.ChangeExtension(path, null)}-set-aside-{number}{Path.GetExtension(path)}")
            .First(name => !Suffixes.Any(suffix => File.Exists(name + suffix)));
        foreach (var suffix in Suffixes.Where(suffix => File.Exists(path + suffix)))
            File.Move(path + suffix, to + suffix);
    }
}
