using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A subject that the prosecution knows.</summary>
/// <param name="Key">Its key in the database.</param>
/// <param name="Subject">Its stored form: a <see cref="VehiclePlate"/> or a <see cref="DrivingLicence"/>.</param>
/// <param name="Holder">The registered holder.</param>
/// <param name="HolderId">The holder's national id; null where the registry has none, or what cannot be
/// one: an error of the registry must not stop a payment.</param>
public sealed record SubjectRecord(SubjectKey Key, Subject Subject, PersonName Holder, NationalId? HolderId);
