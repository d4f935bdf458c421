namespace Gateway.Domain;

/// <summary>A field that is wrong. The description never repeats what was given, as this may be personal.</summary>
/// <param name="Field">Path of the field in the request, such as <c>subject.vehicle_plate.letters</c>.</param>
/// <param name="Description">What is wrong, one English sentence without a full stop.</param>
public sealed record FieldError(string Field, string Description);
