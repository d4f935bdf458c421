using System.Collections;
using Gateway.Evidence;
using Gateway.EvidenceLog;

namespace Gateway.Cli.Evidence.Changes;

/// <summary>
/// The statements of one log as changes are looked for in them: those that were there when it was made. Used by one
/// thread.
/// </summary>
internal sealed class StatedChanges(EvidenceLogReader log)
{
    private const int Step = 4096;

    private readonly BitArray _isOfAChange = new(checked((int)log.Size));

    /// <summary>How many entries are looked at.</summary>
    public long Size => _isOfAChange.Length;

    /// <summary>When the first statement that is still there was made; null where there is none.</summary>
    public DateTimeOffset? Begin { get; private set; }

    /// <summary>Up to when statements were removed; null where none was.</summary>
    public DateTimeOffset? RemovedUntil { get; private set; }

    /// <summary>The statement of a call, and notes that its change is there; null where there is none.</summary>
    public (long Position, Statement Statement)? Find(Guid callId)
    {
        if (log.FindByCall(callId) is not { Statement: { } line } entry)
            return null;
        if (entry.Position < Size)
            _isOfAChange[(int)entry.Position] = true;
        return (entry.Position, Statement.Parse(line));
    }

    /// <summary>The statements of changes whose own change was not found: repeated requests, and what is
    /// wrong.</summary>
    public IEnumerable<(long Position, Statement Statement)> WithoutOwnChange(Action<long> onPosition)
    {
        var isBehindRemoved = false;
        for (var from = 0L; from < Size; from += Step)
        {
            onPosition(from);
            foreach (var entry in log.Entries(from, Math.Min(from + Step, Size)))
            {
                // The first entry of a log that came after a lost one is of no call.
                if (entry.CallId is null)
                {
                    isBehindRemoved |= entry.Statement is null;
                    continue;
                }

                var statement = Statement.Parse(entry.Statement);
                Begin ??= statement.CompleteTime;
                if (isBehindRemoved)
                    RemovedUntil = statement.CompleteTime;
                isBehindRemoved = false;
                if (!_isOfAChange[(int)entry.Position] && statement.StatusCode == 0
                    && ChangingMethods.Contains(statement.Method))
                    yield return (entry.Position, statement);
            }
        }
    }
}
