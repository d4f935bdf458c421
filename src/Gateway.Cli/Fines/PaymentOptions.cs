using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Fines;

/// <summary>Options that say how a citizen paid.</summary>
internal sealed class PaymentOptions
{
    /// <summary>What a person is told who named none or several ways.</summary>
    public const string Missing = "Say how it was paid: one of --cash, --card, --wallet or --account.";

    private readonly Option<bool> _cash = new("--cash") { Description = "Paid in cash." };
    private readonly (Option<string> Option, PaymentMethod Method)[] _withReference =
    [
        (WithReference("--card", "Paid by bank card"), PaymentMethod.Card),
        (WithReference("--wallet", "Paid from a mobile wallet"), PaymentMethod.Wallet),
        (WithReference("--account", "Paid from a postal account"), PaymentMethod.PostalAccount),
    ];

    public void AddTo(Command command)
    {
        command.Options.Add(_cash);
        foreach (var (option, _) in _withReference)
            command.Options.Add(option);
    }

    /// <summary>How it was paid; the amount and the time are still to be set.</summary>
    /// <exception cref="UsageException">None or several ways are named.</exception>
    public Payment Read(ParseResult parsed) => ReadIfGiven(parsed) ?? throw new UsageException(Missing);

    /// <summary>As <see cref="Read"/>; null where no way is named.</summary>
    /// <exception cref="UsageException">Several ways are named.</exception>
    public Payment? ReadIfGiven(ParseResult parsed)
    {
        var payments = _withReference
            .Where(way => parsed.GetValue(way.Option) is not null)
            .Select(way => new Payment { Method = way.Method, Reference = parsed.GetValue(way.Option) })
            .ToList();
        if (parsed.GetValue(_cash))
            payments.Add(new Payment { Method = PaymentMethod.Cash });
        return payments.Count <= 1 ? payments.SingleOrDefault() : throw new UsageException(Missing);
    }

    private static Option<string> WithReference(string name, string description) =>
        new(name) { Description = $"{description}; the reference of the transaction.", HelpName = "REF" };
}
