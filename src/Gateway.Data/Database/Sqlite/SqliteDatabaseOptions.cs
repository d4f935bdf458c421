using System.ComponentModel.DataAnnotations;

namespace Gateway.Data;

/// <summary>Where the embedded database is and how long it is waited for.</summary>
public sealed class SqliteDatabaseOptions
{
    /// <summary>Path of the database file. Default: <c>prosecution.db</c> in the working directory.</summary>
    [Required]
    public string Path { get; set; } = "prosecution.db";

    /// <summary>How long a statement waits for another process's write. Default: 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Connections that are kept open while idle. Above the number of calls that are in the database at once, so that
    /// none has to open one. Default: 64.
    /// </summary>
    [Range(1, 1024)]
    public int IdleConnections { get; set; } = 64;
}
