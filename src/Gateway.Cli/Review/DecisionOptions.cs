using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Review;

/// <summary>
/// Options that say what is decided about each fine. A reason is for all fines, or as <c>FINE=TEXT</c> for one of them.
/// </summary>
internal sealed class DecisionOptions
{
    private readonly Option<string[]> _items = new("--item")
    {
        Description = "What is decided about a fine: cancelled, upheld, or reduced with the new amount in EGP, its "
            + "fees apart. Once for each fine: --item 1000000000010=cancelled --item 1000000000029=reduced:100.",
        HelpName = "FINE=DECISION",
        AllowMultipleArgumentsPerToken = true,
        Required = true,
    };

    private readonly Option<string[]> _wronglyRecorded = new("--wrongly-recorded")
    {
        Description = "This fine, which is cancelled, had been wrongly recorded: the appeal's fee is refunded too.",
        HelpName = "FINE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _reasons = new("--reason")
    {
        Description = "Why, 3 to 500 characters: for all fines, or FINE=TEXT for one.",
        HelpName = "TEXT",
        Required = true,
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _items, _wronglyRecorded, _reasons })
            command.Options.Add(option);
    }

    /// <summary>The decisions, each with its reason.</summary>
    /// <exception cref="UsageException">They cannot be read, or do not go together.</exception>
    public IReadOnlyList<AppealItemDecision> Read(ParseResult parsed) => Read(
        parsed.GetValue(_items) ?? [], parsed.GetValue(_wronglyRecorded) ?? [], parsed.GetValue(_reasons) ?? []);

    internal static IReadOnlyList<AppealItemDecision> Read(
        IReadOnlyList<string> items, IReadOnlyList<string> wronglyRecorded, IReadOnlyList<string> reasons)
    {
        var decisions = items.Select(Decision).ToList();
        foreach (var number in wronglyRecorded)
        {
            var decision = decisions.Find(decision => decision.FineNumber == number);
            if (decision is not { Decision: AppealDecision.Cancelled })
                throw new UsageException($"Fine {number} is not cancelled; only such a fine was wrongly recorded.");
            decision.WronglyRecorded = true;
        }

        foreach (var decision in decisions)
            decision.Reason = Reason(decision.FineNumber, decisions, reasons);
        return decisions;
    }

    private static AppealItemDecision Decision(string text)
    {
        var (number, words) = Split(text, '=');
        var (word, amount) = Split(words, ':');
        var decision = EnumWords.Find<AppealDecision>(word);
        if (number.Length == 0 || decision is null || (decision == AppealDecision.Reduced) != (amount.Length > 0))
            throw new UsageException($"'{text}' is no decision: FINE=cancelled, FINE=reduced:AMOUNT or FINE=upheld.");
        return new AppealItemDecision
        {
            FineNumber = number,
            Decision = decision.Value,
            NewAmount = amount.Length > 0 ? Egp.Read(amount, $"Fine {number}") : null,
        };
    }

    // A text with an equals sign in it is for all fines, unless what stands before is one of them.
    private static string Reason(
        string fineNumber, IReadOnlyList<AppealItemDecision> decisions, IReadOnlyList<string> reasons)
    {
        var own = $"{fineNumber}=";
        var ofThis = reasons.Where(reason => reason.StartsWith(own, StringComparison.Ordinal)).ToList();
        if (ofThis.Count > 0)
            return ofThis.Count == 1 ? ofThis[0][own.Length..] : throw Several();

        var ofAll = reasons
            .Where(reason => !decisions.Any(
                decision => reason.StartsWith($"{decision.FineNumber}=", StringComparison.Ordinal)))
            .ToList();
        return ofAll switch
        {
            [var reason] => reason,
            [] => throw new UsageException($"Fine {fineNumber} is decided without a --reason."),
            _ => throw Several(),
        };
    }

    private static UsageException Several() => new("Give one --reason for all fines, and at most one for each.");

    private static (string Before, string After) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
