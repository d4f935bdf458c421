namespace Gateway.Server.Pki;

/// <summary>Whether the files of a part are what is in force.</summary>
internal enum PartStateKind
{
    /// <summary>They are.</summary>
    InForce,

    /// <summary>They changed, and cannot be used yet; what was in force stays.</summary>
    Waiting,

    /// <summary>They changed and cannot be used; what was in force stays.</summary>
    Refused,
}

/// <summary>How a part stands.</summary>
/// <param name="Part">What it is, for people.</param>
/// <param name="Kind">Whether its files are in force.</param>
/// <param name="Detail">Why they are not; empty where they are.</param>
/// <param name="Time">Since when.</param>
internal sealed record PartState(string Part, PartStateKind Kind, string Detail, DateTimeOffset Time);
