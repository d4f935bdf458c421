namespace Gateway.Domain;

/// <summary>How far the SMS of a stage has come. The numbers are those of the contract and the database.</summary>
public enum SmsState
{
    /// <summary>Waits to be sent.</summary>
    Queued = 1,

    /// <summary>The network took it.</summary>
    Sent = 2,

    /// <summary>It reached the telephone.</summary>
    Delivered = 3,

    /// <summary>It could not be sent or did not reach the telephone.</summary>
    Failed = 4,
}
