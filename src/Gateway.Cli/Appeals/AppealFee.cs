using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Fines;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Gateway.Cli.Appeals;

/// <summary>The fee of an appeal: what it is, and how it was paid.</summary>
internal sealed class AppealFee
{
    private readonly PaymentOptions _payment = new();

    private readonly Option<string> _fee = new("--fee")
    {
        Description = "The fee that was taken, EGP. Default: what the gateway asks for.",
        HelpName = "AMOUNT",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_fee);
        _payment.AddTo(command);
    }

    /// <summary>Reads the options, and asks the gateway for the fee where it is not given.</summary>
    /// <returns>The payment, taken now; null where there is no fee.</returns>
    /// <exception cref="UsageException">There is a fee, and it is not said how it was paid; or there is none, and it is
    /// said.</exception>
    public async Task<Payment?> ReadAsync(
        GatewaySession session, ParseResult parsed, Subject subject, CancellationToken stop)
    {
        var payment = _payment.ReadIfGiven(parsed);
        var fee = parsed.GetValue(_fee) is { } given
            ? Egp.Read(given, "--fee")
            : await InquireAsync(session, subject, stop);
        if (fee.DecimalValue == 0)
        {
            return payment is null
                ? null
                : throw new UsageException("An appeal costs nothing; leave out how it was paid.");
        }

        if (payment is null)
            throw new UsageException($"An appeal costs {MoneyText.WithCurrency(fee)}. {PaymentOptions.Missing}");

        payment.Amount = fee;
        payment.CollectTime = Now(session.Time);
        return payment;
    }

    /// <summary>
    /// This moment as the gateway keeps it, in whole milliseconds: a retry has to say the very same.
    /// </summary>
    internal static Timestamp Now(TimeProvider time) => Timestamp.FromDateTimeOffset(
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()));

    /// <summary>What the gateway asks for.</summary>
    public static async Task<Money> InquireAsync(GatewaySession session, Subject subject, CancellationToken stop)
    {
        var request = new InquireFinesRequest { Subject = subject, Counter = session.Counter, PageSize = 1 };
        var inquiry = await session.Client.Fines.InquireFinesAsync(request, cancellationToken: stop);
        return inquiry.AppealFee ?? Egp.Of(0);
    }
}
