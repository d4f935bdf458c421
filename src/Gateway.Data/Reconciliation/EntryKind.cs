namespace Gateway.Data;

/// <summary>What an entry of the post's books is about. The numbers are those of the contract and the database.</summary>
public enum EntryKind
{
    /// <summary>A settlement.</summary>
    Settlement = 1,

    /// <summary>The fee of an appeal.</summary>
    AppealFee = 2,

    /// <summary>A refund that was paid out.</summary>
    Refund = 3,
}
