using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Evidence.Watch;

/// <summary>A copy of a gateway's data directory, log and database, while no gateway is in it.</summary>
internal sealed class OlderCopy : IDisposable
{
    private readonly string _copy = TestFolders.Create();
    private readonly LogOfATest _log;

    public OlderCopy(LogOfATest log)
    {
        _log = log;
        Copy(log.Directory, _copy);
    }

    /// <summary>Puts it in the place of what is there.</summary>
    public void PutBack()
    {
        foreach (var file in Directory.GetFiles(_log.Directory))
            File.Delete(file);
        Copy(_copy, _log.Directory);
    }

    public void Dispose() => TestFolders.Delete(_copy);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
