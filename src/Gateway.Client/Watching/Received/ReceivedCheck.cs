using Gateway.Client.Watching.Alarms;
using Gateway.Evidence;

namespace Gateway.Client.Watching.Received;

/// <summary>Looks for all evidence that was received in the log that the gateway shows.</summary>
internal sealed class ReceivedCheck(
    WatchedLog log, LogQuestions questions, WatchRecord record, BatchVerifier verifier, TimeProvider time)
{
    private const int MaxFaults = 100;

    // A step on disk for each would cost more than the proof.
    private const int AtOnce = 64;

    private readonly List<(ReceivedKey Key, SignedHead Head)> _found = [];
    private readonly List<ReceivedFault> _faults = [];

    /// <summary>How much was found in the log now.</summary>
    public long Checked { get; private set; }

    /// <summary>How much was found in earlier rounds.</summary>
    public long CheckedBefore { get; private set; }

    /// <summary>How much is of other gateways.</summary>
    public long OfOtherGateways { get; private set; }

    /// <summary>How much is of a lost log, and can't be proven.</summary>
    public long Unprovable { get; private set; }

    /// <summary>How much could not be checked.</summary>
    public long FaultCount { get; private set; }

    /// <summary>The first of that.</summary>
    public IReadOnlyList<ReceivedFault> Faults => _faults;

    /// <summary>Looks through folders.</summary>
    /// <exception cref="LogAlarmException">Something that was received is not in the log.</exception>
    /// <exception cref="LogSwitchedException">The gateway answers from two logs.</exception>
    public async Task RunAsync(IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var each in folders.SelectMany(FoldersIn))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Read(each) is { } evidence)
                    await CheckAsync(evidence, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is not IOException)
        {
            TryRemember();
            throw;
        }

        Remember();
    }

    private List<string> FoldersIn(string folder)
    {
        try
        {
            return ReceivedEvidence.FoldersIn(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AddFault(folder, e);
            return [];
        }
    }

    private ReceivedEvidence? Read(string folder)
    {
        try
        {
            return ReceivedEvidence.Read(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AddFault(folder, e);
            return null;
        }
    }

    private async Task CheckAsync(ReceivedEvidence evidence, CancellationToken cancellationToken)
    {
        if (record.IsChecked(evidence.Key))
        {
            CheckedBefore++;
            return;
        }

        SignedHead head;
        try
        {
            head = evidence.Verify(verifier);
        }
        catch (EvidenceException e)
        {
            AddFault(evidence.Folder, e);
            return;
        }

        if (!await IsInLogAsync(head, evidence.Folder, cancellationToken).ConfigureAwait(false))
            return;
        Checked++;
        _found.Add((evidence.Key, head));
        if (_found.Count == AtOnce)
            Remember();
    }

    private async Task<bool> IsInLogAsync(SignedHead head, string folder, CancellationToken cancellationToken)
    {
        // It may have come after the head was asked for; what the gateway shows from here on has to have it.
        if (head.Origin == log.Head.Origin && head.Size > log.Head.Size)
            await log.AdvanceAsync(cancellationToken).ConfigureAwait(false);
        if (head.Origin == log.Head.Origin)
        {
            try
            {
                await questions.RequireContainedAsync(head, folder, log.Head, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (LogSwitchedException)
            {
                await log.AdvanceAsync(cancellationToken).ConfigureAwait(false);
                if (head.Origin == log.Head.Origin)
                    throw;
            }
        }

        return IsInOtherLog(head, folder);
    }

    private bool IsInOtherLog(SignedHead head, string folder)
    {
        var isOfThisGateway = LogOrigin.NameOf(head.Origin) == LogOrigin.NameOf(log.Head.Origin);
        if (!isOfThisGateway)
        {
            OfOtherGateways++;
            return false;
        }

        if (log.Logs.FirstOrDefault(each => each.Origin == head.Origin) is not { } listed)
            throw Alarm(LogAlarmKind.HiddenLog, "The gateway does not list the log of an answer.", head, folder);
        if (head.Size > listed.Size)
        {
            const string Problem = "An answer is past the last known head of a log that was lost.";
            throw Alarm(LogAlarmKind.LostEntries, Problem, head, folder);
        }

        var named = new Checkpoint(listed.Origin, listed.Size, listed.Root.ToByteArray());
        foreach (var last in new[] { named, record.HeadOf(head.Origin)?.Checkpoint }.OfType<Checkpoint>())
        {
            if (last == head.Checkpoint)
                return true;
            if (last.Size == head.Size)
                throw Alarm(LogAlarmKind.Fork, "The gateway signed two heads of one size.", head, folder);
        }

        Unprovable++;
        return false;
    }

    private LogAlarmException Alarm(LogAlarmKind kind, string problem, SignedHead head, string folder) =>
        new(new LogAlarm(kind, problem, head, folder, record.HeadOf(head.Origin) ?? log.Head));

    private void AddFault(string folder, Exception fault)
    {
        FaultCount++;
        if (_faults.Count < MaxFaults)
            _faults.Add(new ReceivedFault(folder, fault.Message));
    }

    // What was found before something went wrong stays found; where the disk fails too, it is looked for anew.
    private void TryRemember()
    {
        try
        {
            Remember();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _found.Clear();
        }
    }

    private void Remember()
    {
        record.AddChecked(_found, time.GetUtcNow());
        _found.Clear();
    }
}
