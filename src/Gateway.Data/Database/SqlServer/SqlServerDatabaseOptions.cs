using System.ComponentModel.DataAnnotations;

namespace Gateway.Data;

/// <summary>Where the prosecution's SQL Server is and how long it is waited for.</summary>
public sealed class SqlServerDatabaseOptions
{
    /// <summary>
    /// Connection string of Microsoft.Data.SqlClient. May hold a password: never logged. The size of its pool follows from
    /// <see cref="Connections"/>.
    /// </summary>
    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Calls that are in the database at once, each on a connection of its own; more wait for their turn until their
    /// deadline. Default: 100.
    /// </summary>
    [Range(1, 10_000)]
    public int Connections { get; set; } = 100;

    /// <summary>How long a statement waits for a row that another call holds. Default: 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often a transaction is run again that was a deadlock's victim, waited too long for a lock, or met a newer
    /// version of a row. Default: 6 times.
    /// </summary>
    [Range(0, 100)]
    public int Retries { get; set; } = 6;
}
