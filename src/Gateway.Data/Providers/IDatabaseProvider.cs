using Microsoft.Extensions.Logging;

namespace Gateway.Data;

/// <summary>A kind of database that the prosecution may have, and where this one is. Thread-safe.</summary>
public interface IDatabaseProvider
{
    /// <summary>What database this is, without credentials; safe to print.</summary>
    string Description { get; }

    /// <summary>The database. The caller disposes it. Opens no connection yet.</summary>
    IProsecutionDatabase Open(ILoggerFactory loggers, TimeProvider time);

    /// <summary>
    /// Runs the scripts of the schema that have not run yet, each in its own transaction, one process at a time.
    /// </summary>
    /// <returns>How many scripts ran.</returns>
    /// <exception cref="MigrationException">A script failed or was changed after it ran, or another process holds the
    /// lock.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be opened or written.</exception>
    int Migrate(ILogger logger, TimeProvider time, CancellationToken cancellationToken);

    /// <summary>The scripts of the schema, in order, and which of them ran. Changes nothing.</summary>
    /// <exception cref="MigrationException">A script was changed after it ran.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be opened.</exception>
    IReadOnlyList<ScriptState> ScriptStates();
}
