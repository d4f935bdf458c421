namespace Gateway.Domain;

/// <summary>What money goes back for. The numbers are those of the contract and the database.</summary>
public enum RefundKind
{
    /// <summary>A fine that was paid and then cancelled or reduced.</summary>
    Fine = 1,

    /// <summary>The fee of an appeal: a fine had been wrongly recorded.</summary>
    AppealFee = 2,
}
