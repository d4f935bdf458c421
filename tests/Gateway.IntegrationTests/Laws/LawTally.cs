using Gateway.Contracts.V1;

namespace Gateway.IntegrationTests.Laws;

/// <summary>Counts what happened, as histories in which nothing happens prove nothing. Not thread-safe.</summary>
internal sealed class LawTally
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Each kind of event and how often there was one, by name.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts => _counts.OrderBy(count => count.Key, StringComparer.Ordinal);

    /// <summary>Counts an answer.</summary>
    public void Count(LawRequest request, LawAnswer answer, CommitFault fault, bool changesNothing)
    {
        var what = request.Message switch
        {
            SettleFinesRequest => "settle",
            ReverseSettlementRequest => "reverse",
            AbandonSettlementRequest => "abandon",
            SubmitAppealRequest => "appeal",
            WithdrawAppealRequest => "withdraw",
            AdvanceAppealRequest => "advance",
            DecideAppealRequest => "decide",
            _ => "reconcile",
        };
        var outcome = answer.Outcome == LawAnswer.Done && changesNothing ? "done before" : answer.Outcome;
        Add($"{what}: {outcome}");
        if (fault != CommitFault.None)
            Add($"{fault}: {(changesNothing ? "nothing to change" : what)}");
    }

    /// <summary>Counts how appeals ended, and the money that went back.</summary>
    public void Count(AppealBooks books)
    {
        foreach (var appeal in books.Appeals.Values.Where(appeal => appeal.Wire.Stage == AppealStage.Decided))
            Add(appeal.Wire.Result switch
            {
                AppealResult.Accepted => "ACCEPTED",
                AppealResult.PartiallyAccepted => "PARTIALLY_ACCEPTED",
                _ => "REJECTED",
            });
        var seen = new HashSet<(string, string)>();
        foreach (var refund in books.Refunds)
        {
            Add(refund.Kind == RefundKind.Fine ? "refund of a fine" : "refund of a fee");
            if (refund.Kind == RefundKind.Fine && !seen.Add((refund.Settlement, refund.FineNumber)))
                Add("second refund of a payment");
        }
    }

    /// <summary>Those of these events that never happened.</summary>
    public IEnumerable<string> Missing(IEnumerable<string> events) => events.Where(name => !_counts.ContainsKey(name));

    private void Add(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;
}
