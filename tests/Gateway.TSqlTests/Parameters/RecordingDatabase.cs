using Gateway.Data;

namespace Gateway.TSqlTests.Parameters;

/// <summary>A database whose sessions are the recorder's.</summary>
internal sealed class RecordingDatabase(Recorder recorder) : IProsecutionDatabase
{
    public string Description => "recorder";

    public Task<T> ReadAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken) =>
        work(recorder.Session());

    public Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken) =>
        work(recorder.Session());

    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
