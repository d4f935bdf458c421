using System.Data;
using Gateway.Data;

namespace Gateway.UnitTests.Data;

/// <summary>A lost connection or a caller who gave up: nobody is told more than is known.</summary>
public sealed class SqlServerTransactionsLossTests : IDisposable
{
    private static readonly InjectedException Lost = new(SqlServerFault.Unavailable);

    private readonly TransactionsUnderTest _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Write_ConnectionCannotBeOpened_LeftNothing()
    {
        _test.IsAway = true;

        var told = await UnavailableAsync();

        Assert.False(told.IsCommitUnknown);
        Assert.Empty(_test.Runs);
        Assert.Single(_test.Connections);
    }

    [Fact]
    public async Task Write_LostWithinTheWork_LeftNothing()
    {
        var told = await UnavailableAsync((_, _) => throw Lost);

        Assert.Equal((Lost, false), (told.InnerException, told.IsCommitUnknown));
        Assert.Equal((1, 0), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_LostBeforeCommit_LeftNothing()
    {
        _test.OnPoint = _ => throw Lost;

        var told = await UnavailableAsync();

        Assert.False(told.IsCommitUnknown);
        Assert.Equal((1, 0), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_LostAtCommitThatDidNotTakePlace_IsUnknown()
    {
        var told = await UnavailableAsync((session, _) =>
        {
            SomeWrites.Run(session, "PRAGMA defer_foreign_keys = ON");
            SomeWrites.Run(session, "INSERT INTO settlement_item VALUES (99, 1, 99, 100, 1)");
        });

        Assert.True(told.IsCommitUnknown);
        Assert.Equal((1, 0), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_LostAtCommitThatTookPlace_IsUnknown()
    {
        _test.OnPoint = point => ThrowIf(point == TransactionPoint.AfterCommit);

        var told = await UnavailableAsync();

        Assert.True(told.IsCommitUnknown);
        Assert.Equal((1, 1), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Read_LostAtItsEnd_IsNotInDoubt()
    {
        _test.OnPoint = _ => Assert.Fail("A read has no commit to tell of.");

        var told = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => _test.Transactions.ReadAsync<bool>(
            IsolationLevel.ReadCommitted, _ => throw Lost, CancellationToken.None));
        var read = await _test.Transactions.ReadAsync(
            IsolationLevel.ReadCommitted, _ => Task.FromResult(7), CancellationToken.None);

        Assert.False(told.IsCommitUnknown);
        Assert.Equal(7, read);
    }

    [Fact]
    public async Task Write_CancelledBeforeItBegan_IsNotRun()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _test.WriteAsync((_, _) => { }, new CancellationToken(canceled: true)));

        Assert.Empty(_test.Runs);
    }

    [Fact]
    public async Task Write_DriverFailsBecauseItWasCancelled_IsCancelled()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.WriteAsync(
            (_, _) =>
            {
                cancellation.Cancel();
                throw Lost;
            },
            cancellation.Token));

        Assert.Equal((1, 0), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_CancelledWhileItWaitsToRunAgain_IsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var write = _test.WriteAsync(
            (_, _) => throw new InjectedException(SqlServerFault.Conflict), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.Single(_test.Runs);
    }

    [Fact]
    public async Task Write_CancelledAtCommit_IsCommittedAllTheSame()
    {
        using var cancellation = new CancellationTokenSource();
        _test.OnPoint = _ => cancellation.Cancel();

        var written = await _test.WriteAsync((_, _) => { }, cancellation.Token);

        Assert.True(written);
        Assert.Equal(1, _test.Days);
    }

    [Fact]
    public async Task Write_CancelledAndLostAtCommit_IsInDoubtNotCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        _test.OnPoint = point =>
        {
            cancellation.Cancel();
            ThrowIf(point == TransactionPoint.AfterCommit);
        };

        var told = await Assert.ThrowsAsync<DatabaseUnavailableException>(
            () => _test.WriteAsync((_, _) => { }, cancellation.Token));

        Assert.True(told.IsCommitUnknown);
    }

    private Task<DatabaseUnavailableException> UnavailableAsync(Action<DatabaseSession, int>? then = null) =>
        Assert.ThrowsAsync<DatabaseUnavailableException>(() => _test.WriteAsync(then ?? ((_, _) => { })));

    private static void ThrowIf(bool condition)
    {
        if (condition)
            throw Lost;
    }
}
