using Gateway.Domain;
using Microsoft.Data.Sqlite;

namespace Gateway.Data;

/// <summary>
/// Writes sample data into a database that has the schema. Thread-safe, one call at a time for each database.
/// </summary>
public static class SampleDataWriter
{
    /// <summary>Fines per transaction: large enough that the commit does not count.</summary>
    private const int FinesPerTransaction = 100_000;

    /// <summary>
    /// Adds the named set unless it is there, then this many generated fines with their subjects and settlements.
    /// Called again, with whatever seed, it adds more: numbers go on from the largest keys in the database, so the
    /// outcome is fixed by the calls and their order.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="generator">What to write.</param>
    /// <param name="fines">How many fines beside the named set.</param>
    /// <param name="progress">Told how many fines were committed so far; may be null.</param>
    /// <param name="cancellationToken">Ends the work after a transaction; what is committed stays.</param>
    /// <returns>How many fines were written, the named set included.</returns>
    /// <exception cref="DuplicateRowException">The database has rows of another source under the same
    /// numbers.</exception>
    /// <exception cref="DatabaseUnavailableException">The database itself failed.</exception>
    public static async Task<long> WriteAsync(
        IProsecutionDatabase database,
        SampleDataGenerator generator,
        long fines,
        IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfNegative(fines);

        var written = await WriteNamedAsync(database, generator.BaseDate, cancellationToken).ConfigureAwait(false);
        progress?.Report(written);
        var next = await LastKeysAsync(database, cancellationToken).ConfigureAwait(false);
        for (var left = fines; left > 0;)
        {
            var (start, most) = (next, left);
            next = await database.WriteAsync(
                session => Load(session, generator.Generate(start), start, most, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            left -= next.FineId - start.FineId;
            written += next.FineId - start.FineId;
            progress?.Report(written);
        }
        return written;
    }

    private static async Task<long> WriteNamedAsync(
        IProsecutionDatabase database, DateOnly baseDate, CancellationToken ct)
    {
        var known = await database.ReadAsync(
            session => new SubjectStore(session).FindAsync(NamedSample.FiveOutstanding, ct), ct).ConfigureAwait(false);
        if (known is not null)
            return 0;
        return await database.WriteAsync(
            async session =>
            {
                await InsertViolationsAsync(session, ct).ConfigureAwait(false);
                var start = new SampleStart(1, 1, 1, 1);
                var next = await Load(session, NamedSample.Subjects(baseDate), start, long.MaxValue, ct)
                    .ConfigureAwait(false);
                return next.FineId - start.FineId;
            },
            ct).ConfigureAwait(false);
    }

    private static Task<SampleStart> LastKeysAsync(IProsecutionDatabase database, CancellationToken ct) =>
        database.ReadAsync(
            async session =>
            {
                var last = await session.GetAsync<SampleKeysRow>(StatementName.SampleLastKeys, null, ct)
                    .ConfigureAwait(false);
                return new SampleStart(
                    last.VehicleId + 1, last.DriverId + 1, last.FineId + 1, last.SettlementId + 1);
            },
            ct);

    /// <summary>
    /// One transaction's worth of whole subjects; the very last one loses the fines that are too much.
    /// </summary>
    private static async Task<SampleStart> Load(
        DatabaseSession session,
        IEnumerable<SampleSubject> subjects,
        SampleStart start,
        long most,
        CancellationToken ct)
    {
        using var rows = RowsOf(session);
        await rows.BeginAsync(ct).ConfigureAwait(false);
        var next = start;
        foreach (var subject in SamplePrefetch.Ahead(subjects))
        {
            ct.ThrowIfCancellationRequested();
            var left = most - (next.FineId - start.FineId);
            var taken = subject.Fines.Count <= left ? subject : Cut(subject, (int)left);
            await rows.InsertAsync(taken, ct).ConfigureAwait(false);
            next = next.After(taken);
            var done = next.FineId - start.FineId;
            if (done >= FinesPerTransaction || done >= most)
                break;
        }
        await rows.EndAsync(ct).ConfigureAwait(false);
        return next;
    }

    private static ISampleRows RowsOf(DatabaseSession session) =>
        session.Connection is SqliteConnection ? new SqliteSampleRows(session) : new SqlServerSampleRows(session);

    private static async Task InsertViolationsAsync(DatabaseSession session, CancellationToken ct)
    {
        foreach (var violation in SampleViolations.All)
        {
            await session.ExecuteAsync(
                StatementName.SampleViolationInsert,
                new
                {
                    Code = SqlText.Ansi(violation.Code, ColumnLength.ViolationCode),
                    DescriptionAr = SqlText.Unicode(violation.DescriptionAr, ColumnLength.Description),
                    DescriptionEn = SqlText.Unicode(violation.DescriptionEn, ColumnLength.Description),
                    LawArticle = SqlText.Unicode(violation.LawArticle, ColumnLength.LawArticle),
                    MinimumAmount = Money.FromAmount(violation.MinimumPounds),
                    MaximumAmount = Money.FromAmount(violation.MaximumPounds),
                },
                ct).ConfigureAwait(false);
        }
    }

    private static SampleSubject Cut(SampleSubject subject, int fines)
    {
        var kept = subject.Fines.Take(fines)
            .Select(fine => fine.Status == FineStatus.Settled ? fine with { Status = FineStatus.Outstanding } : fine);
        return subject with { Fines = [.. kept], Settlements = [] };
    }
}
