namespace Gateway.Domain;

/// <summary>How a citizen paid. Numbers are those of the contract.</summary>
public enum PaymentMethod
{
    /// <summary>Not given.</summary>
    Unspecified = 0,

    /// <summary>Cash at the counter.</summary>
    Cash = 1,

    /// <summary>Bank card.</summary>
    Card = 2,

    /// <summary>Mobile wallet.</summary>
    Wallet = 3,

    /// <summary>Postal savings or current account.</summary>
    PostalAccount = 4,
}
