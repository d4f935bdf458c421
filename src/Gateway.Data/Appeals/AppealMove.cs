using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Where an appeal goes.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Actor">Who moves it: a SPIFFE id.</param>
/// <param name="PublicNote">What the citizen is told at a counter; null for nothing.</param>
/// <param name="Time">When. Kept in whole milliseconds, finer parts are cut off.</param>
/// <param name="Result">How it is decided; null where it is not.</param>
public sealed record AppealMove(
    AppealStage Stage, string Actor, string? PublicNote, DateTimeOffset Time, AppealResult? Result = null);
