using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Fines and settlements of the named set.</summary>
/// <param name="baseDate">The day that counts as today.</param>
internal sealed class NamedSampleFines(DateOnly baseDate)
{
    private const long FeePiastres = 1_500;
    private const string Giza = "21";

    private readonly DateTimeOffset _today = new(baseDate.ToDateTime(new TimeOnly(9, 15)), TimeSpan.Zero);

    /// <summary>The five fines that make 2,575.00 EGP with fees.</summary>
    public IReadOnlyList<SampleFine> Five() =>
    [
        Outstanding(1, "1101", 300, 210),
        Outstanding(2, "1201", 100, 164),
        Outstanding(3, "1104", 500, 98),
        Outstanding(4, "1102", 1500, 41),
        Outstanding(5, "1105", 100, 6),
    ];

    /// <summary>One under appeal, then one outstanding.</summary>
    public IReadOnlyList<SampleFine> Appealed() =>
        [Fine(6, "1104", 400, 62, FineStatus.UnderAppeal), Outstanding(7, "1204", 150, 19)];

    /// <summary>A fine to be paid.</summary>
    public SampleFine Outstanding(long id, string code, int pounds, int daysAgo) =>
        Fine(id, code, pounds, daysAgo, FineStatus.Outstanding);

    /// <summary>A fine that was paid.</summary>
    public SampleFine Settled(long id, string code, int pounds, int daysAgo) =>
        Fine(id, code, pounds, daysAgo, FineStatus.Settled);

    /// <summary>A fine that the prosecution took back.</summary>
    public SampleFine Cancelled(long id, string code, int pounds, int daysAgo) =>
        Fine(id, code, pounds, daysAgo, FineStatus.Cancelled);

    /// <summary>A cash payment of these fines at branch 00001, 30 days ago.</summary>
    public SampleSettlement Settlement(long id, IReadOnlyList<SampleFine> fines) => new(
        id,
        SampleKeys.SettlementNumber(id, baseDate.AddDays(-30)),
        "6f1c2a90-52d4-4b7e-8a31-0c9d5e7f1a01",
        Branch: 1,
        Counter: 1,
        "t.0017",
        PaymentMethod.Cash,
        Reference: null,
        MobileNumber: "+201012345678",
        _today.AddDays(-30),
        fines);

    private SampleFine Fine(long id, string code, int pounds, int daysAgo, FineStatus status) => new(
        id,
        SampleKeys.NamedFineNumber(id),
        SampleViolations.Get(code),
        _today.AddDays(-daysAgo).AddMinutes(id * 7),
        SamplePlaces.Get(Giza, (int)id),
        pounds * 100L,
        FeePiastres,
        status);
}
