using System.Globalization;
using Gateway.Contracts.V1;
using Gateway.Domain;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using FineStatus = Gateway.Domain.FineStatus;
using PaymentMethod = Gateway.Contracts.V1.PaymentMethod;

namespace Gateway.IntegrationTests.Laws;

/// <summary>A fine as the laws have it.</summary>
/// <param name="Status">Its state.</param>
/// <param name="Amount">The fine itself.</param>
/// <param name="Settlement">Number of the settlement that stands for it; null for none.</param>
internal sealed record LawFine(FineStatus Status, Money Amount, string? Settlement)
{
    /// <summary>What has to be paid now.</summary>
    public Money Due => Status == FineStatus.Outstanding ? Amount + LawScene.Fees : Money.Zero;

    /// <summary>What a settlement quotes.</summary>
    public string Etag => Domain.Etag.Of(Status, Amount, LawScene.Fees);
}

/// <summary>A settlement as the laws have it.</summary>
/// <param name="Wire">As it was answered when it was made.</param>
/// <param name="Caller">Who made it.</param>
/// <param name="Reversal">How it was taken back; null while it stands.</param>
/// <param name="Reverser">Who took it back.</param>
internal sealed record LawSettlement(Settlement Wire, string Caller, Reversal? Reversal, string? Reverser)
{
    /// <summary>As it stands now.</summary>
    public Settlement View
    {
        get
        {
            var view = Wire.Clone();
            view.Reversal = Reversal;
            return view;
        }
    }

    /// <summary>The day to which it counts.</summary>
    public DateOnly Day => new(Wire.BusinessDate.Year, Wire.BusinessDate.Month, Wire.BusinessDate.Day);
}

/// <summary>What is kept of a request.</summary>
internal sealed record LawResult(LawRequest Request, byte[] Response, bool IsAbandoned);

/// <summary>What the database has to hold, as plain dictionaries. Not thread-safe.</summary>
internal sealed class LawBooks(LawScene scene)
{
    /// <summary>Fines.</summary>
    public LawFine[] Fines { get; } = [.. Enumerable.Range(0, LawScene.Fines)
        .Select(fine => new LawFine(FineStatus.Outstanding, LawScene.Amount(fine), null))];

    /// <summary>Settlements by number.</summary>
    public Dictionary<string, LawSettlement> Settlements { get; } = [];

    /// <summary>What is kept of requests, by caller and request id.</summary>
    public Dictionary<(string Caller, string RequestId), LawResult> Results { get; } = [];

    /// <summary>Appeals and what follows from them.</summary>
    public AppealBooks Appeals { get; } = new();

    /// <summary>Closed days, by whom and when they were closed.</summary>
    public Dictionary<DateOnly, (string Caller, Timestamp Time)> ClosedDays { get; } = [];

    /// <summary>Whether money with this method and reference was taken before. Never so for cash.</summary>
    public bool IsTaken(Payment payment) => payment.Method != PaymentMethod.Cash
        && Settlements.Values.Any(settlement => settlement.Wire.Payment.Method == payment.Method
            && settlement.Wire.Payment.Reference == payment.Reference);

    /// <summary>Puts a fine into another state.</summary>
    public void SetStatus(int fine, FineStatus status) => Fines[fine] = Fines[fine] with { Status = status };

    /// <summary>What the prosecution does to a fine, where its state allows that.</summary>
    public void Change(int fine, ProsecutionAct act)
    {
        var was = Fines[fine];
        Fines[fine] = (act, was.Status) switch
        {
            (ProsecutionAct.Appeal, FineStatus.Outstanding or FineStatus.Settled) =>
                was with { Status = FineStatus.UnderAppeal },
            (ProsecutionAct.Uphold, FineStatus.UnderAppeal) =>
                was with { Status = was.Settlement is null ? FineStatus.Outstanding : FineStatus.Settled },
            (ProsecutionAct.Cancel, FineStatus.Outstanding or FineStatus.UnderAppeal) =>
                was with { Status = FineStatus.Cancelled },
            (ProsecutionAct.Raise, FineStatus.Outstanding) => was with { Amount = was.Amount + Prosecution.Rise },
            _ => was,
        };
    }

    /// <summary>All of it, a line for each row of the database, as <see cref="StoredBooks"/> has them.</summary>
    public IEnumerable<string> Lines()
    {
        for (var fine = 0; fine < Fines.Length; fine++)
            yield return Line(
                "fine", scene.FineNumber(fine), (int)Fines[fine].Status, Fines[fine].Amount.Piastres,
                LawScene.Fees.Piastres);
        foreach (var settlement in Settlements.Values)
        {
            var wire = settlement.Wire;
            yield return Line(
                "settlement", wire.SettlementNumber, settlement.Caller, wire.RequestId, wire.Counter.BranchCode,
                Piastres(wire.Total), Piastres(wire.Payment.Amount), (int)wire.Payment.Method, wire.Payment.Reference,
                settlement.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            for (var i = 0; i < wire.Items.Count; i++)
                yield return Line(
                    "item", wire.SettlementNumber, i + 1, wire.Items[i].FineNumber, Piastres(wire.Items[i].Amount),
                    settlement.Reversal is null ? 1 : 0);
            if (settlement.Reversal is { } reversal)
                yield return Line("reversal", wire.SettlementNumber, settlement.Reverser, reversal.RequestId);
        }

        foreach (var line in Appeals.Lines())
            yield return line;
        foreach (var ((caller, requestId), result) in Results)
            yield return Line(
                "result", caller, requestId, result.IsAbandoned ? 2 : 1, result.Request.Path,
                Convert.ToHexString(result.Request.Message.ToByteArray()), Convert.ToHexString(result.Response));
        foreach (var (day, (caller, _)) in ClosedDays)
            yield return Line("closed", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), caller);
    }

    /// <summary>A line of values with bars between them.</summary>
    public static string Line(params IEnumerable<object?> values) =>
        string.Join('|', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    /// <summary>An amount in piastres.</summary>
    public static long Piastres(Google.Type.Money money) => (money.Units * 100) + (money.Nanos / 10_000_000);
}
