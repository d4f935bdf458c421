namespace Gateway.Domain;

/// <summary>Why a settlement is taken back. The numbers are those of the contract and the database.</summary>
public enum ReversalReason
{
    /// <summary>The teller chose the wrong fines, subject or amount.</summary>
    TellerError = 1,

    /// <summary>The card, wallet or account transaction failed after all.</summary>
    PaymentFailed = 2,

    /// <summary>The citizen took the payment back at the counter.</summary>
    CitizenRequest = 3,

    /// <summary>Another reason; the note says which.</summary>
    Other = 4,
}
