using System.Security.Cryptography;
using Gateway.Data;
using Gateway.Evidence;

namespace Gateway.Cli.Evidence.Changes;

/// <summary>
/// Holds the changes in a database against the statements in the logs of its gateways. A gateway states a change right
/// after it was committed; one that died in between has stated nothing, and the repeated request is stated then.
/// Gateways may work meanwhile.
/// </summary>
internal sealed class ChangeCheck(IReadOnlyList<StatedChanges> logs, IProsecutionDatabase database, TimeProvider time)
{
    private const int Page = 500;
    private const int Told = 1000;
    private static readonly TimeSpan SealingTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly List<ChangeFinding> _findings = [];
    private readonly Dictionary<Guid, CallResult> _unstated = [];
    private readonly Dictionary<Stated, List<(long Position, Statement Statement)>> _open = [];
    private long _findingCount;
    private long _changes;
    private long _repeats;

    /// <summary>What progress comes to.</summary>
    public long Work => logs.Sum(log => log.Size);

    public async Task<ChangeReport> RunAsync(IProgress<long> progress, CancellationToken stop)
    {
        var start = time.GetUtcNow();
        await EachChangeAsync(LookForStatement, stop);
        FindStatementsWithoutOwnChange(progress);
        if (_open.Count > 0)
            await EachChangeAsync(MatchRepeats, stop);
        await WaitForSealingAsync(start, stop);

        foreach (var (position, statement) in _open.Values.SelectMany(each => each))
            AddStatementWithoutChange(position, statement);
        var removedUntil = logs.Max(log => log.RemovedUntil);
        var undecided = _unstated.Values.Count(change => change.CreateTime <= removedUntil);
        foreach (var change in _unstated.Values.Where(change => !(change.CreateTime <= removedUntil)))
            Add(ChangeFindingKind.ChangeWithoutStatement, change, null, "no log states this change");
        await AddUnansweredAsync(stop);
        return new ChangeReport(_changes, _repeats, undecided, _findings, _findingCount);
    }

    private async Task EachChangeAsync(Action<ChangeRecord> action, CancellationToken stop)
    {
        (string Caller, string RequestId)? after = null;
        while (true)
        {
            var at = after;
            var page = await database.ReadAsync(session => new ChangeStore(session).ListAsync(at, Page, stop), stop);
            foreach (var change in page)
                action(change);
            if (page.Count < Page)
                return;
            after = (page[^1].Answer.Caller, page[^1].Answer.RequestId);
        }
    }

    private void LookForStatement(ChangeRecord change)
    {
        _changes++;
        var answer = change.Answer;
        if (!change.IsThere)
            Add(ChangeFindingKind.AnswerWithoutChange, answer, null, "an answer is kept, and its row is gone");
        if (Find(answer.CallId) is not var (position, statement))
            _unstated[answer.CallId] = answer;
        else if (statement.Caller != answer.Caller || statement.Method != answer.Method || statement.StatusCode != 0
            || (answer.State != CallResultState.Expired && statement.ResponseSha256 != Digest(answer)))
            Add(ChangeFindingKind.AnswerDiffers, answer, position, "the kept answer is another than was stated");
    }

    private void FindStatementsWithoutOwnChange(IProgress<long> progress)
    {
        var done = 0L;
        foreach (var log in logs)
        {
            foreach (var (position, statement) in log.WithoutOwnChange(at => progress.Report(done + at)))
            {
                var key = new Stated(statement.Caller, statement.Method, statement.ResponseSha256);
                if (!_open.TryGetValue(key, out var same))
                    _open[key] = same = [];
                same.Add((position, statement));
            }

            done += log.Size;
        }
    }

    // A repeated request is answered with the bytes of its first answer, by whichever gateway.
    private void MatchRepeats(ChangeRecord change)
    {
        var answer = change.Answer;
        var digest = answer.State == CallResultState.Expired
            ? Find(answer.CallId)?.Statement.ResponseSha256
            : Digest(answer);
        if (digest is null || !_open.Remove(new Stated(answer.Caller, answer.Method, digest), out var repeats))
            return;
        _unstated.Remove(answer.CallId);
        _repeats += repeats.Count;
    }

    // What was committed a moment ago may be sealed in the next.
    private async Task WaitForSealingAsync(DateTimeOffset start, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            foreach (var callId in _unstated.Keys.Where(callId => Find(callId) is not null).ToList())
                _unstated.Remove(callId);
            if (waited >= SealingTime || _unstated.Values.All(change => change.CreateTime < start - SealingTime))
                return;
            await Task.Delay(Pause, time, stop);
        }
    }

    private async Task AddUnansweredAsync(CancellationToken stop)
    {
        if (logs.Min(log => log.Begin) is not { } begin)
            return;
        var rows = await database.ReadAsync(
            session => new ChangeStore(session).ListUnansweredAsync(begin, Told, stop), stop);
        foreach (var row in rows)
        {
            Add(new ChangeFinding(
                ChangeFindingKind.ChangeWithoutAnswer, null, null, "", row.Caller, row.Time,
                $"a {row.Kind} names request {row.RequestId}, of which no answer is kept"));
        }
    }

    private (long Position, Statement Statement)? Find(Guid callId)
    {
        foreach (var log in logs)
        {
            if (log.Find(callId) is { } found)
                return found;
        }

        return null;
    }

    private static string Digest(CallResult answer) => Convert.ToHexStringLower(SHA256.HashData(answer.Response.Span));

    private void AddStatementWithoutChange(long position, Statement statement) => Add(new ChangeFinding(
        ChangeFindingKind.StatementWithoutChange, statement.CallId, position, statement.Method, statement.Caller,
        statement.CompleteTime, $"call {statement.CallId} at {position} states a change that is not there"));

    private void Add(ChangeFindingKind kind, CallResult answer, long? position, string what) => Add(new ChangeFinding(
        kind, answer.CallId, position, answer.Method, answer.Caller, answer.CreateTime,
        $"call {answer.CallId}: {what}"));

    private void Add(ChangeFinding finding)
    {
        _findingCount++;
        if (_findings.Count < Told)
            _findings.Add(finding);
    }

    private readonly record struct Stated(string Caller, string Method, string ResponseSha256);
}
