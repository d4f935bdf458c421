using System.Collections.Concurrent;
using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Requests;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using ReversalReason = Gateway.Contracts.V1.ReversalReason;

namespace Gateway.IntegrationTests.Laws;

/// <summary>A fine as it is quoted.</summary>
internal sealed record FineQuote(string Etag, Money Due);

/// <summary>Writes the requests of steps, and remembers what was sent and answered. Thread-safe.</summary>
/// <param name="scene">What the history is about.</param>
/// <param name="quote">How a fine is quoted now.</param>
/// <param name="calendar">Tells which day it is.</param>
internal sealed class LawTeller(LawScene scene, Func<int, Task<FineQuote>> quote, BusinessCalendar calendar)
{
    private static readonly string NoSettlement = RecordNumber.Create(new DateOnly(2025, 12, 31), _ => 0);

    private readonly ConcurrentDictionary<(int Caller, int Request), ConcurrentQueue<LawRequest>> _sent = [];
    private readonly ConcurrentQueue<Settlement> _settlements = [];
    private readonly ConcurrentDictionary<string, bool> _reversed = [];
    private readonly AppealTeller _appeals = new(scene);
    private volatile LawRequest? _last;

    /// <summary>The request that a step sends; null where there is none to send again.</summary>
    public async Task<LawRequest?> WriteAsync(LawStep step, DateTimeOffset now)
    {
        switch (step)
        {
            case RetryStep retry:
                var sent = _sent.GetValueOrDefault((retry.Caller, retry.Request), []).ToArray();
                return sent.Length == 0 ? _last : sent[retry.Which % sent.Length];
            case SettleStep settle:
                return Sent(settle.Caller, settle.Request, [await SettlementAsync(settle, now)]);
            case ReverseStep reverse:
                return Sent(reverse.Caller, reverse.Request, [Reversal(reverse)]);
            case AbandonStep abandon:
                return Sent(abandon.Caller, abandon.Request, [Abandonment(abandon)]);
            case ReconcileStep reconcile:
                return Sent(LawCaller.HeadOffice, reconcile.Request, Reconciliation(reconcile));
            case CallStep call when _appeals.Write(call, now) is { } message:
                return Sent(call.Caller, call.Request, [message]);
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, null);
        }
    }

    /// <summary>Sees how an appeal stands.</summary>
    public void Hear(Appeal appeal) => _appeals.Hear(appeal);

    /// <summary>Reads an answer.</summary>
    public void Hear(IMessage? response)
    {
        if (response is SettleFinesResponse { Settlement: { } made }
            && _settlements.All(known => known.SettlementNumber != made.SettlementNumber))
            _settlements.Enqueue(made);
        if (response is ReverseSettlementResponse { Settlement: { } reversed })
            _reversed[reversed.SettlementNumber] = true;
        if (LawResponses.AppealOf(response) is { } appeal)
            _appeals.Hear(appeal);
    }

    private LawRequest Sent(int caller, int requestId, IReadOnlyList<IMessage> messages)
    {
        var request = new LawRequest(LawCaller.All[caller], scene.RequestId(requestId), messages);
        _sent.GetOrAdd((caller, requestId), _ => []).Enqueue(request);
        _last = request;
        return request;
    }

    private async Task<SettleFinesRequest> SettlementAsync(SettleStep step, DateTimeOffset now)
    {
        var first = step.Subject * LawScene.FinesOfSubject;
        var fines = Enumerable.Range(0, LawScene.FinesOfSubject)
            .Where(bit => (step.Fines & (1 << bit)) != 0).Select(bit => first + bit).ToList();
        if (step.WithStranger)
            fines.Add(LawScene.Fines - 1 - first);

        var items = new List<SettlementItem>();
        var sum = Money.Zero;
        foreach (var fine in fines)
        {
            var quoted = step.Quote == QuoteTime.Now ? await quote(fine) : First(fine);
            var due = quoted.Due + Excess(step.Amounts == AmountKind.WrongItem && items.Count == 0);
            items.Add(new SettlementItem
            {
                FineNumber = scene.FineNumber(fine),
                Etag = quoted.Etag,
                Amount = due.ToWire(),
            });
            sum += due;
        }

        return new SettleFinesRequest
        {
            RequestId = scene.RequestId(step.Request),
            Counter = LawCaller.All[step.Caller].Counter,
            Subject = scene.Subject(step.Subject),
            Items = { items },
            Payment = new Payment
            {
                Method = step.Method,
                Amount = (sum + Excess(step.Amounts == AmountKind.WrongSum)).ToWire(),
                Reference = step.Reference == 0 ? "" : scene.Reference(step.Reference),
                CollectTime = Timestamp.FromDateTimeOffset(now),
            },
        };
    }

    private ReverseSettlementRequest Reversal(ReverseStep step)
    {
        var made = _settlements.ToArray();
        return new ReverseSettlementRequest
        {
            RequestId = scene.RequestId(step.Request),
            Counter = LawCaller.All[step.Caller].Counter,
            SettlementNumber = step.Settlement == 0 || made.Length == 0
                ? NoSettlement
                : made[^(((step.Settlement - 1) % made.Length) + 1)].SettlementNumber,
            Reason = ReversalReason.TellerError,
        };
    }

    private AbandonSettlementRequest Abandonment(AbandonStep step) => new()
    {
        RequestId = scene.RequestId(step.Request),
        Counter = LawCaller.All[step.Caller].Counter,
    };

    private List<IMessage> Reconciliation(ReconcileStep step)
    {
        var today = calendar.Today.ToWire();
        var header = new ReconcileBusinessDayRequest
        {
            RequestId = scene.RequestId(step.Request),
            Header = new ReconciliationHeader
            {
                BusinessDate = today,
                Close = true,
                ForceClose = step.IsForced,
                ForceCloseReason = step.IsForced ? "The post's system is down." : "",
            },
        };
        var entries = new ReconciliationEntries();
        entries.Entries.AddRange(_settlements
            .Where(made => made.BusinessDate.Equals(today) && !_reversed.ContainsKey(made.SettlementNumber))
            .Skip(step.IsShort ? 1 : 0)
            .Select(made => new ReconciliationEntry
            {
                SettlementNumber = made.SettlementNumber,
                Amount = made.Total,
            }));
        return entries.Entries.Count == 0
            ? [header]
            : [header, new ReconcileBusinessDayRequest { Entries = entries }];
    }

    private static FineQuote First(int fine)
    {
        var atFirst = new LawFine(Domain.FineStatus.Outstanding, LawScene.Amount(fine), null);
        return new FineQuote(atFirst.Etag, atFirst.Due);
    }

    private static Money Excess(bool isWrong) => isWrong ? Money.FromPiastres(1) : Money.Zero;
}
