namespace Gateway.Data;

/// <summary>The prosecution's database. Thread-safe; each call has its own connection and transaction.</summary>
public interface IProsecutionDatabase : IAsyncDisposable
{
    /// <summary>What database this is, without credentials; safe to print.</summary>
    string Description { get; }

    /// <summary>Runs reads in one transaction, so that all see the same moment.</summary>
    /// <exception cref="DatabaseUnavailableException">The database itself failed.</exception>
    Task<T> ReadAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// Runs reads and writes in one transaction that commits when <paramref name="work"/> returns and rolls back when
    /// it throws. The commit itself is not cancelled. <paramref name="work"/> may be run again from its start, after
    /// its transaction was rolled back, where the database asks for it (a deadlock's victim) or a unique index refused
    /// a row that another call was faster to write; so it must have no effect outside of the session and must not carry
    /// state over from an earlier run.
    /// </summary>
    /// <exception cref="DuplicateRowException">A unique index refused a row.</exception>
    /// <exception cref="DatabaseUnavailableException">The database itself failed;
    /// <see cref="DatabaseUnavailableException.IsCommitUnknown"/> says whether the transaction may have taken place
    /// all the same.</exception>
    Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Asks the database for a row, to see that it answers and has its schema.</summary>
    /// <exception cref="DatabaseUnavailableException">It does not.</exception>
    Task PingAsync(CancellationToken cancellationToken);
}
