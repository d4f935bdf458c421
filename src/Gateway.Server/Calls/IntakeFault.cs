namespace Gateway.Server.Calls;

/// <summary>What can be wrong with the bytes of a request.</summary>
internal enum IntakeFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A message is larger than the gateway takes.</summary>
    TooLarge,

    /// <summary>
    /// The frames are broken: cut short, more than one message, or an unknown flag (gRPC over HTTP/2).
    /// </summary>
    Malformed,

    /// <summary>A message is compressed.</summary>
    Compressed,

    /// <summary>The deadline passed before the request was there.</summary>
    Overdue,

    /// <summary>More is on its way in than the gateway takes at once.</summary>
    Overloaded,
}
