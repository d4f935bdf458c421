using Gateway.Client.Watching.Alarms;
using Gateway.Contracts.V1;
using Gateway.Evidence;

namespace Gateway.Client.Watching;

/// <summary>The log of a gateway as it is shown in a round.</summary>
internal sealed class WatchedLog(LogQuestions questions, WatchRecord record, TimeProvider time)
{
    private LogView? _view;

    /// <summary>The newest head, which the record has.</summary>
    public SignedHead Head => _view!.Head;

    /// <summary>The logs that the gateway lists.</summary>
    public IReadOnlyCollection<EvidenceLogHead> Logs => _view!.Logs;

    /// <summary>Takes the newest head, after it was found to contain the one before.</summary>
    /// <exception cref="LogAlarmException">It does not.</exception>
    /// <exception cref="LogSwitchedException">Twice the gateway answered from two logs.</exception>
    public async Task AdvanceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TakeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (LogSwitchedException)
        {
            await TakeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var view = await questions.LookAsync(cancellationToken).ConfigureAwait(false);
        if (record.Newest is { } last)
            await RequireFollowsAsync(last, view, cancellationToken).ConfigureAwait(false);
        await questions.RequireContainedAsync(view.Answer, "an answer", view.Head, cancellationToken)
            .ConfigureAwait(false);

        // Before anything is found to be in it: what was found counts for this head and those that contain it.
        if (record.Newest is not { } known || !known.IsSameAs(view.Head))
            record.Advance(view.Head, time.GetUtcNow());
        _view = view;
    }

    private async Task RequireFollowsAsync(SignedHead last, LogView view, CancellationToken cancellationToken)
    {
        const string Source = "seen last";
        if (last.Origin == view.Head.Origin)
        {
            await questions.RequireContainedAsync(last, Source, view.Head, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (SuccessionCheck.ProblemOf(view.Logs, last.Checkpoint, view.Head.Origin) is { } problem)
        {
            throw new LogAlarmException(
                new LogAlarm(LogAlarmKind.Succession, problem, last, Source, view.Head));
        }
    }
}
