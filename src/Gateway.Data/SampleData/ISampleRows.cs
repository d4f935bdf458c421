namespace Gateway.Data;

/// <summary>Inserts sample subjects with their fines and settlements within a transaction. Not thread-safe.</summary>
internal interface ISampleRows : IDisposable
{
    /// <summary>Before the first subject.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Inserts a subject, its fines and its settlements, at the latest when all have been given.</summary>
    Task InsertAsync(SampleSubject subject, CancellationToken cancellationToken);

    /// <summary>After the last subject.</summary>
    Task EndAsync(CancellationToken cancellationToken);
}
