namespace Gateway.Domain;

/// <summary>A driver named by the national id. Prints masked.</summary>
/// <param name="Id">The holder's national id.</param>
public sealed record DriverNationalId(NationalId Id) : Subject;
