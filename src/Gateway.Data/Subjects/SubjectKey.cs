namespace Gateway.Data;

/// <summary>The database's own key of a subject.</summary>
/// <param name="Kind">Vehicle or driver.</param>
/// <param name="Id">Key within that kind.</param>
public readonly record struct SubjectKey(SubjectKind Kind, long Id)
{
    internal long? VehicleId => Kind == SubjectKind.Vehicle ? Id : null;

    internal long? DriverId => Kind == SubjectKind.Driver ? Id : null;

    internal static SubjectKey Of(long? vehicleId, long? driverId) =>
        vehicleId is { } id ? new(SubjectKind.Vehicle, id) : new(SubjectKind.Driver, driverId!.Value);
}
