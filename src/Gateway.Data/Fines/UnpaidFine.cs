using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A fine that is outstanding, or under appeal and not paid.</summary>
/// <param name="FineNumber">Its number.</param>
/// <param name="Status">Outstanding or under appeal.</param>
/// <param name="Due">Amount and fees.</param>
public sealed record UnpaidFine(string FineNumber, FineStatus Status, Money Due);

/// <summary>A row of fine, as far as <see cref="UnpaidFine"/> tells.</summary>
internal sealed class UnpaidFineRow
{
    public string FineNumber { get; set; } = "";
    public FineStatus Status { get; set; }
    public Money Amount { get; set; }
    public Money Fees { get; set; }

    public UnpaidFine ToRecord() => new(FineNumber, Status, Amount + Fees);
}
