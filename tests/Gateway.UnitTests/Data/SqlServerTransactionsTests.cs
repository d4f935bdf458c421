using Gateway.Data;

namespace Gateway.UnitTests.Data;

/// <summary>What the server asks to be run again is; what it does not is told as it is.</summary>
public sealed class SqlServerTransactionsTests : IDisposable
{
    private const int Retries = 6;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(510);

    private readonly TransactionsUnderTest _test = new(Retries);

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Write_Conflict_RunsAgainFromItsStartOnAFreshConnection()
    {
        var result = await _test.WriteToEndAsync((session, run) =>
        {
            Assert.Same(_test.Connections[^1], session.Connection);
            ThrowIf(run < 3, SqlServerFault.Conflict);
        });

        Assert.True(result);
        Assert.Equal((3, 3), (_test.Runs.Count, _test.Connections.Distinct().Count()));
        Assert.Equal(1, _test.Days);
        Assert.All(_test.Connections, made => Assert.Equal(System.Data.ConnectionState.Closed, made.State));
    }

    [Fact]
    public async Task Write_Conflict_WaitsByTheGivenClock()
    {
        var write = _test.WriteAsync((_, run) => ThrowIf(run <= Retries, SqlServerFault.Conflict));
        Assert.False(write.IsCompleted);
        Assert.Single(_test.Runs);

        await _test.PassTimeAsync(write);

        Assert.True(await write);
        Assert.All(_test.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, LongestWait));
        Assert.NotEqual(_test.Runs[0], _test.Runs[^1]);
    }

    [Fact]
    public async Task Write_ConflictEachTime_EndsAsUnavailable()
    {
        var told = await Assert.ThrowsAsync<DatabaseUnavailableException>(
            () => _test.WriteToEndAsync((_, _) => ThrowIf(true, SqlServerFault.Conflict)));

        Assert.IsType<InjectedException>(told.InnerException);
        Assert.False(told.IsCommitUnknown);
        Assert.Equal((Retries + 1, 0), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_ConflictAndNoRetries_IsUnavailableAtOnce()
    {
        using var test = new TransactionsUnderTest(retries: 0);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(
            () => test.WriteAsync((_, _) => ThrowIf(true, SqlServerFault.Conflict)));

        Assert.Single(test.Runs);
    }

    [Fact]
    public async Task Write_ConflictAtCommit_RunsAgain()
    {
        _test.OnPoint = point => ThrowIf(
            point == TransactionPoint.BeforeCommit && _test.Runs.Count == 1, SqlServerFault.Conflict);

        Assert.True(await _test.WriteToEndAsync((_, _) => { }));
        Assert.Equal((2, 1), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_RowChangedBeside_RunsAgainUntilItIsNot()
    {
        Assert.True(await _test.WriteToEndAsync((_, run) =>
        {
            if (run < 3)
                throw new RowChangedException();
        }));

        Assert.Equal((3, 1), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_RowChangedEachTime_EndsAsUnavailable()
    {
        var told = await Assert.ThrowsAsync<DatabaseUnavailableException>(
            () => _test.WriteToEndAsync((_, _) => throw new RowChangedException()));

        Assert.IsType<RowChangedException>(told.InnerException);
        Assert.Equal((Retries + 1, 0), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_DuplicateOnce_RunsAgainAtOnce()
    {
        Assert.True(await _test.WriteAsync((_, run) => ThrowIf(run == 1, SqlServerFault.Duplicate)));

        Assert.Equal((2, 1), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_DuplicateTwice_IsTold()
    {
        const string Twice = "INSERT INTO vehicle VALUES (1, 'قبل', '1', 1, '', 'x', NULL)";
        var told = await Assert.ThrowsAsync<DuplicateRowException>(() => _test.WriteAsync((session, _) =>
        {
            SomeWrites.Run(session, Twice);
            SomeWrites.Run(session, Twice);
        }));

        Assert.NotNull(told.InnerException);
        Assert.Equal((2, 0), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_DuplicateAndConflictInTurn_EndsAllTheSame()
    {
        Assert.True(await _test.WriteToEndAsync((_, run) =>
        {
            ThrowIf(run is 1 or 3, SqlServerFault.Duplicate);
            ThrowIf(run is 2 or 4, SqlServerFault.Conflict);
        }));

        Assert.Equal((5, 1), (_test.Runs.Count, _test.Days));
    }

    [Fact]
    public async Task Write_FaultOfTheProgram_IsToldAsItIs()
    {
        await Assert.ThrowsAsync<InvalidDataException>(
            () => _test.WriteAsync((_, _) => throw new InvalidDataException()));

        Assert.Equal((1, 0), (_test.Runs.Count, _test.Days));
    }

    private static void ThrowIf(bool condition, SqlServerFault fault)
    {
        if (condition)
            throw new InjectedException(fault);
    }
}
