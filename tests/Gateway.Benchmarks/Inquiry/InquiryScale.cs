using System.Diagnostics;
using Dapper;
using Gateway.Data;
using Gateway.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Benchmarks.Inquiry;

/// <summary>One size of the database, with the vehicles that are asked about.</summary>
internal sealed class InquiryScale : IAsyncDisposable
{
    private const int PageSize = 50;

    private readonly SqliteProsecutionDatabase _database;
    private readonly string _file;
    private readonly List<VehiclePlate> _plates;
    private readonly List<TimeSpan> _latencies = [];
    private long _found;
    private long _asked;

    private InquiryScale(string file, long fines, SqliteProsecutionDatabase database, List<VehiclePlate> plates)
    {
        Fines = fines;
        _file = file;
        _database = database;
        _plates = plates;
    }

    /// <summary>Fines in the database.</summary>
    public long Fines { get; }

    /// <summary>Fines of a vehicle that was asked about, on average.</summary>
    public double FinesPerSubject => (double)_found / _asked;

    /// <summary>Opens a database and chooses vehicles from all of it.</summary>
    public static async Task<InquiryScale> OpenAsync(string file, long fines, int subjects, CancellationToken stop)
    {
        var database = new SqliteProsecutionDatabase(
            new SqliteDatabaseOptions { Path = file }, NullLogger<SqliteProsecutionDatabase>.Instance);
        var plates = await database.ReadAsync(
            async session =>
            {
                var last = (await session.GetAsync<SampleKeysRow>(StatementName.SampleLastKeys, null, stop)).VehicleId;
                var random = new Random((int)fines);
                var chosen = new List<VehiclePlate>();
                while (chosen.Count < subjects)
                {
                    var key = new SubjectKey(SubjectKind.Vehicle, random.NextInt64(1, last + 1));
                    if (await new SubjectStore(session).FindAsync(key, stop) is { Subject: VehiclePlate plate })
                        chosen.Add(plate);
                }

                return chosen;
            },
            stop);
        return new InquiryScale(file, fines, database, plates);
    }

    /// <summary>Asks about each vehicle once, as the gateway does for an inquiry.</summary>
    public async Task RoundAsync(bool isWarmUp, CancellationToken stop)
    {
        foreach (var plate in _plates)
        {
            var start = Stopwatch.GetTimestamp();
            var count = await _database.ReadAsync(
                async session =>
                {
                    var subject = await new SubjectStore(session).FindAsync(plate, stop);
                    var fines = new FineStore(session);
                    await fines.TotalsBySubjectAsync(subject!.Key, stop);
                    return (await fines.ListBySubjectAsync(subject.Key, false, null, PageSize + 1, stop)).Count;
                },
                stop);
            if (isWarmUp)
                continue;
            _latencies.Add(Stopwatch.GetElapsedTime(start));
            _found += count;
            _asked++;
        }
    }

    /// <summary>The latency that <paramref name="share"/> of the inquiries stay below.</summary>
    public TimeSpan Percentile(double share)
    {
        var sorted = _latencies.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    /// <summary>Writes how SQLite goes about the three statements of an inquiry.</summary>
    public async Task WritePlansAsync(TextWriter output)
    {
        var catalog = SqlCatalog.Load(SqlDialect.Sqlite);
        await using var connection = new SqliteConnection($"Data Source={_file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var parameters = new
        {
            Letters = "",
            Digits = "",
            Kind = 1,
            GovernorateCode = "",
            SubjectId = 1,
            IncludeClosed = 0,
            AfterTime = "",
            AfterId = 0,
            Limit = 1,
        };
        foreach (var name in new[]
                 {
                     StatementName.VehicleFindByPlate, StatementName.FineTotalsByVehicle,
                     StatementName.FineListByVehicle,
                 })
        {
            await output.WriteLineAsync(name);
            foreach (var step in await connection.QueryAsync("EXPLAIN QUERY PLAN " + catalog[name], parameters))
                await output.WriteLineAsync($"  {step.detail}");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
