using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Cli.Settlements;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Fines;

/// <summary><c>fines settle</c>: inquires, quotes, settles and prints the receipt.</summary>
internal sealed class SettleCommand
{
    private readonly SubjectOptions _subject = new();
    private readonly PaymentOptions _payment = new();

    private readonly Option<bool> _all = new("--all") { Description = "Settle every outstanding fine." };

    private readonly Option<string[]> _fines = new("--fine")
    {
        Description = "Settle this fine; more than one may be named.",
        HelpName = "NUMBER",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _payer = new("--payer")
    {
        Description = "Name for the receipt.",
        HelpName = "NAME",
    };

    private readonly Option<string> _requestId = new("--request-id")
    {
        Description = "Id of this settlement, a lower-case UUID. After an unknown outcome, give the same one again: "
            + "the money is then never counted twice. Default: a new one.",
        HelpName = "UUID",
    };

    public static Command Create(CommandRunner runner)
    {
        var settle = new SettleCommand();
        var command = new Command("settle", "Settle fines of a vehicle or a driver and print the receipt.");
        settle._subject.AddTo(command);
        command.Options.Add(settle._all);
        command.Options.Add(settle._fines);
        settle._payment.AddTo(command);
        command.Options.Add(settle._payer);
        command.Options.Add(settle._requestId);
        runner.Calls(command, settle.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var subject = _subject.Read(parsed);
        var payment = _payment.Read(parsed);
        var numbers = parsed.GetValue(_fines) ?? [];
        if (parsed.GetValue(_all) == numbers.Length > 0)
            throw new UsageException("Say what to settle: either --all, or --fine with one or more numbers.");

        var given = parsed.GetValue(_requestId);
        if (given is not null && await Settler.FindAsync(session, given, stop) is { } made
            && IsThis(made.Settlement, subject, numbers, payment))
        {
            session.Terminal.Note("This settlement was already made; nothing was taken again.");
            return Receipt(made, made.Settlement);
        }

        var items = await SettlementQuote.ItemsAsync(session, subject, numbers, stop);
        var request = SettlementQuote.Request(session, subject, items, payment, given);
        if (parsed.GetValue(_payer) is { } name)
            request.Payer = new Payer { FullName = name };
        return SettlementOutcomeText.Of(await Settler.SettleAsync(session, request, stop));
    }

    // An id that made another settlement is sent all the same, for the gateway to refuse. Whose licence it is cannot be
    // told from a national id.
    private static bool IsThis(Settlement made, Subject subject, string[] numbers, Payment payment) =>
        (made.Subject.Equals(subject) || subject.DrivingLicence is { NationalId.Length: > 0 })
        && (numbers.Length == 0 || made.Items.Select(item => item.FineNumber).ToHashSet().SetEquals(numbers))
        && made.Payment.Method == payment.Method
        && made.Payment.Reference == payment.Reference;

    private static CommandOutput Receipt(Google.Protobuf.IMessage answer, Settlement settlement) =>
        new(answer, terminal => SettlementReceipt.Print(terminal, settlement));
}
