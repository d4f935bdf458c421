using Gateway.Domain;

namespace Gateway.Data;

/// <summary>An appeal as it stands in the database.</summary>
/// <param name="Id">Key in the database.</param>
/// <param name="Details">What was submitted.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Result">How it was decided; null while it is not.</param>
public sealed record AppealRecord(long Id, NewAppeal Details, AppealStage Stage, AppealResult? Result);
