using Gateway.Client;
using Gateway.Contracts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Testing.Gateways;

/// <summary>Builders of good requests; a test changes what it is about.</summary>
internal static class Some
{
    /// <summary>A request id that no other test uses.</summary>
    public static string RequestId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    /// <summary>A counter of a branch.</summary>
    public static Counter Counter(string branch = "00001") =>
        new() { BranchCode = branch, CounterCode = "02", TellerCode = "t.hassan" };

    /// <summary>A private vehicle by its plate.</summary>
    public static Subject Plate(string letters, string digits, PlateKind kind = PlateKind.Private) =>
        new() { VehiclePlate = new VehiclePlate { Letters = letters, Digits = digits, Kind = kind } };

    /// <summary>The vehicle of the sample data with five outstanding fines.</summary>
    public static Subject Debtor() => Plate("ق ب ل", "1234");

    /// <summary>An inquiry about a subject.</summary>
    public static InquireFinesRequest Inquiry(Subject? subject = null) =>
        new() { Subject = subject ?? Debtor(), Counter = Counter() };

    /// <summary>A request to settle fines in cash, as they were quoted.</summary>
    public static SettleFinesRequest Settlement(Subject subject, params IEnumerable<Fine> fines)
    {
        var items = fines.Select(fine => new SettlementItem
        {
            FineNumber = fine.FineNumber,
            Etag = fine.Etag,
            Amount = fine.AmountDue,
        }).ToList();
        return new SettleFinesRequest
        {
            RequestId = RequestId(),
            Counter = Counter(),
            Subject = subject,
            Items = { items },
            Payment = new Payment
            {
                Method = PaymentMethod.Cash,
                Amount = Sum(items.Select(item => item.Amount)),
                CollectTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
            },
        };
    }

    /// <summary>A request to take a settlement back.</summary>
    public static ReverseSettlementRequest Reversal(Settlement settlement) => new()
    {
        RequestId = RequestId(),
        Counter = Counter(),
        SettlementNumber = settlement.SettlementNumber,
        Reason = ReversalReason.TellerError,
    };

    /// <summary>A request to abandon a request to settle.</summary>
    public static AbandonSettlementRequest Abandonment(SettleFinesRequest settle) =>
        new() { RequestId = settle.RequestId, Counter = Counter() };

    /// <summary>A question for the settlements of a day.</summary>
    public static ListSettlementsRequest SettlementList(Google.Type.Date businessDate) =>
        new() { BusinessDate = businessDate, Counter = Counter() };

    /// <summary>The outstanding fines of a subject.</summary>
    public static async Task<IReadOnlyList<Fine>> OutstandingAsync(GatewayClient client, Subject? subject = null) =>
        [.. (await client.Fines.InquireFinesAsync(Inquiry(subject))).Fines.Where(
            fine => fine.Status == FineStatus.Outstanding)];

    /// <summary>Sum of amounts.</summary>
    public static Google.Type.Money Sum(IEnumerable<Google.Type.Money> amounts)
    {
        var piastres = amounts.Sum(amount => (amount.Units * 100) + (amount.Nanos / 10_000_000));
        return new Google.Type.Money
        {
            CurrencyCode = "EGP",
            Units = piastres / 100,
            Nanos = (
            int)(piastres % 100) * 10_000_000
        };
    }
}
