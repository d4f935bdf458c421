using Gateway.EvidenceLog;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Log = Gateway.EvidenceLog.EvidenceLog;

namespace Gateway.UnitTests.EvidenceLog;

/// <summary>Whatever fails: nothing of the group is answered, and the log goes on by itself once it can.</summary>
public sealed class EvidenceLogFailureTests : IDisposable
{
    private readonly SomeLog _some = new();

    [Fact]
    public async Task SealAsync_SignerFails_AnswersNothingAndLogsNothing()
    {
        await using var log = _some.Open();
        await Seal(log);
        _some.Signer.Fails = true;

        await RefuseSeal(log);

        Assert.Equal(1, log.Size);
        _some.Signer.Fails = false;
        await Seal(log);
        Assert.True(log.IsHealthy);
        Assert.Equal(2, log.Size);
        _some.CheckFile();
    }

    [Fact]
    public async Task SealAsync_GroupFails_RefusesAllOfIt()
    {
        await using var log = _some.Open();
        _some.Signer.Fails = true;
        _some.Signer.Hold();
        var waiting = Enumerable.Range(0, 40).Select(_ => Seal(log)).ToList();
        _some.Signer.Release();

        foreach (var answer in waiting)
            await Assert.ThrowsAsync<EvidenceUnavailableException>(() => answer);

        Assert.Equal(0, log.Size);
    }

    [Fact]
    public async Task SealAsync_DiskFull_RefusesUntilThereIsRoom()
    {
        var full = true;
        var options = _some.Options;
        options.Probe = (step, connection) =>
        {
            if (step == LogStep.Opened && full)
                Run(connection, "PRAGMA max_page_count = 20");
        };
        await using var log = _some.Open(options);

        var sealedOnes = await SealUntilRefused(log);

        Assert.InRange(sealedOnes, 1, 100);
        Assert.Equal(sealedOnes, log.Size);
        full = false;
        await Seal(log);
        Assert.Equal(sealedOnes + 1, log.Size);
        _some.CheckFile();
    }

    [Fact]
    public async Task SealAsync_FileReadOnly_RefusesUntilItIsNot()
    {
        var options = _some.Options;
        var readOnly = true;
        options.Probe = (step, connection) =>
        {
            if (step == LogStep.Opened)
                Run(connection, $"PRAGMA query_only = {readOnly}");
        };
        await using var log = _some.Open(options);

        await RefuseSeal(log);

        readOnly = false;
        await Seal(log);
        Assert.Equal(1, log.Size);
        _some.CheckFile();
    }

    [Fact]
    public async Task SealAsync_FileLockedByAnotherProgram_RefusesUntilItIsFree()
    {
        await using var log = _some.Open();
        await using (var other = Connect())
        {
            Run(other, "BEGIN IMMEDIATE");
            await RefuseSeal(log);
            Run(other, "ROLLBACK");
        }

        await Seal(log);

        Assert.Equal(1, log.Size);
        _some.CheckFile();
    }

    [Fact]
    public async Task SealAsync_FailureBeforeTheCommit_LeavesNothingOfTheGroup()
    {
        var options = _some.Options;
        var fails = true;
        options.Probe = (step, _) => ThrowIf(fails && step == LogStep.Committing);
        await using var log = _some.Open(options);

        await RefuseSeal(log);

        fails = false;
        await Seal(log);
        Assert.Equal(1, log.Size);
        _some.CheckFile();
    }

    [Fact]
    public async Task SealAsync_CommitOfUnknownOutcome_GoesOnFromWhatTheFileHas()
    {
        var options = _some.Options;
        var fails = true;
        options.Probe = (step, _) => ThrowIf(fails && step == LogStep.Committed);
        await using var log = _some.Open(options);

        await RefuseSeal(log);

        fails = false;
        await Seal(log);
        Assert.Equal(2, log.Size);
        _some.CheckFile();
    }

    [Fact]
    public async Task SealAsync_FileReplacedByAnOlderOne_IsNotContinued()
    {
        var options = _some.Options;
        var fails = false;
        options.Probe = (step, _) => ThrowIf(fails && step == LogStep.Committing);
        await using var log = _some.Open(options);
        await Seal(log);
        var older = Path.Combine(_some.Directory, "older.db");
        await using (var copy = Connect())
            Run(copy, $"VACUUM INTO '{older}'");
        await Seal(log);
        fails = true;
        await RefuseSeal(log);
        fails = false;
        foreach (var side in Directory.GetFiles(_some.Directory, Log.FileName + "-*"))
            File.Delete(side);
        File.Move(older, _some.File, overwrite: true);

        var refused = await RefuseSeal(log);

        Assert.Contains("size 2", refused.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SealAsync_FileGone_IsNotMadeAnew()
    {
        var options = _some.Options;
        var fails = true;
        options.Probe = (step, _) => ThrowIf(fails && step == LogStep.Committing);
        await using var log = _some.Open(options);
        await RefuseSeal(log);
        fails = false;
        File.Delete(_some.File);

        await RefuseSeal(log);

        Assert.False(File.Exists(_some.File));
    }

    [Fact]
    public async Task Logger_OutageOfManyGroups_IsToldOnceAndItsEndOnce()
    {
        var logger = new EventRecorder();
        await using var log = _some.Open(logger: logger);
        _some.Signer.Fails = true;
        await RefuseSeal(log);
        await RefuseSeal(log);
        _some.Signer.Fails = false;
        await Seal(log);
        await Seal(log);

        Assert.Equal([4001, 4002, 4003], logger.Events.Select(id => id.Id));
    }

    public void Dispose() => _some.Dispose();

    private static async Task Seal(Log log) => await log.SealAsync(SomeLog.Entry(log.Origin, SomeLog.Audit));

    private static async Task<EvidenceUnavailableException> RefuseSeal(Log log)
    {
        var refused = await Assert.ThrowsAsync<EvidenceUnavailableException>(() => Seal(log));
        Assert.False(log.IsHealthy);
        return refused;
    }

    private static async Task<int> SealUntilRefused(Log log)
    {
        for (var count = 0; ; count++)
        {
            try
            {
                await Seal(log);
            }
            catch (EvidenceUnavailableException)
            {
                return count;
            }
        }
    }

    private static void ThrowIf(bool condition)
    {
        if (condition)
            throw new IOException("The disk is gone.");
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_some.File};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class EventRecorder : ILogger
    {
        internal List<EventId> Events { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => Events.Add(eventId);
    }
}
