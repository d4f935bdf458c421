namespace Gateway.EvidenceLog;

/// <summary>Something other than an answer that is to be written to the log's file, by the thread that fills
/// it.</summary>
internal sealed class PendingStep(Action<LogFile> write)
    : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    internal void Write(LogFile file) => write(file);
}
