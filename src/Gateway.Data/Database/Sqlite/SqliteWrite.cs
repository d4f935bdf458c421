using Microsoft.Data.Sqlite;

namespace Gateway.Data;

/// <summary>A transaction that waits for the writer. Its outcome is told once its group has been committed.</summary>
internal abstract class SqliteWrite
{
    /// <summary>Runs the work within its savepoint.</summary>
    /// <returns>False where it threw, and its savepoint is to be rolled back.</returns>
    /// <exception cref="SqliteException">The database itself failed, and with it the whole group.</exception>
    public abstract Task<bool> RunAsync(DatabaseSession session);

    /// <summary>Tells the outcome.</summary>
    public abstract void Tell();

    /// <summary>Tells that the group failed.</summary>
    public abstract void Fail(Exception exception);
}

/// <summary>As <see cref="SqliteWrite"/>, with a result.</summary>
internal sealed class SqliteWrite<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken)
    : SqliteWrite
{
    // Whoever waits goes on elsewhere: the writer has the next group to do.
    private readonly TaskCompletionSource<T> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;
    private Exception? _refusal;

    /// <summary>The outcome.</summary>
    public Task<T> Result => _told.Task;

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(DatabaseSession session)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            _value = await work(session).ConfigureAwait(false);
            return true;
        }
        catch (SqliteException exception) when (
            SqliteFailure.Translate(exception) is DatabaseUnavailableException)
        {
            throw;
        }
        catch (Exception exception)
        {
            _refusal = exception;
            return false;
        }
    }

    /// <inheritdoc/>
    public override void Tell()
    {
        if (_refusal is OperationCanceledException cancelled)
            _told.SetCanceled(cancelled.CancellationToken);
        else if (_refusal is not null)
            _told.SetException(_refusal);
        else
            _told.SetResult(_value!);
    }

    /// <inheritdoc/>
    public override void Fail(Exception exception) => _told.TrySetException(exception);
}
