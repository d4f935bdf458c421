namespace Gateway.Clearance;

/// <summary>Who holds the vehicle or licence. Prints as nothing, so that it reaches no log.</summary>
/// <param name="Name">Name in full.</param>
/// <param name="NationalId">National id, 14 digits; null where the registry has none.</param>
/// <param name="LicenceNumber">Number of the licence; null for a vehicle.</param>
public sealed record ClearanceHolder(string Name, string? NationalId, string? LicenceNumber)
{
    /// <summary>Nothing personal.</summary>
    public override string ToString() => "holder";
}
