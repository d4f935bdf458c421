using System.Data.Common;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Testing.Databases;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// A database for many histories, each on a scene of its own, and a gateway that can be killed and begun anew. Only the
/// gateway is thread-safe.
/// </summary>
internal sealed class LawBench(TestDialect dialect) : IDisposable
{
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    private TestDatabase? _test;
    private DbConnection? _open;
    private IProsecutionDatabase? _database;
    private int _scenes;
    private DateOnly _nextDay;

    /// <summary>What befalls the gateway's writes.</summary>
    public CommitFaults Faults { get; } = new();

    /// <summary>The database.</summary>
    public TestDatabase Test => _test!;

    /// <summary>As the gateway opens it.</summary>
    public IProsecutionDatabase Database => _database!;

    /// <summary>The clock of the history.</summary>
    public FakeTimeProvider Time { get; private set; } = new();

    /// <summary>The gateway.</summary>
    public LawGateway Gateway { get; private set; } = null!;

    /// <summary>The prosecution's days.</summary>
    public BusinessCalendar Calendar { get; private set; } = new(TimeProvider.System);

    /// <summary>Begins a history.</summary>
    public async Task<LawScene> BeginAsync()
    {
        if (_test is null)
        {
            _test = TestDatabase.Create(dialect);
            // SQLite tidies up, slowly, when the last connection is closed; this one is not.
            _open = _test.Connect();
            LawScene.InsertViolation(_test);
            _nextDay = FirstDay;
        }
        else
        {
            var last = Calendar.Today.AddDays(1);
            _nextDay = last > _nextDay ? last : _nextDay;
        }

        var scene = new LawScene(++_scenes, _nextDay);
        scene.Insert(_test);
        Time = new FakeTimeProvider(scene.Start);
        Calendar = new BusinessCalendar(Time);
        Faults.Arm(CommitFault.None);
        await ReopenAsync();
        return scene;
    }

    /// <summary>The gateway ends where it is, and another begins.</summary>
    public async Task ReopenAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        _database = Test.Open(Faults.OnPoint);
        Gateway = new LawGateway(_database, Time, Calendar);
    }

    /// <summary>The answer that is kept of a request; null where none is.</summary>
    public async Task<byte[]?> KeptAsync(LawRequest request)
    {
        var kept = await Database.ReadAsync(
            session => new CallResultStore(session).FindAsync(request.Caller.Id, request.RequestId, default), default);
        return kept?.Response.ToArray();
    }

    /// <summary>Leaves the database; the next history begins on a new one.</summary>
    public void Renew()
    {
        _open?.Dispose();
        _test?.Dispose();
        _test = null;
        _database = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Renew();
}
