namespace Gateway.Domain;

/// <summary>
/// The moves of an appeal (law 8). The database holds the same table and refuses every other move, whoever makes it.
/// </summary>
public static class AppealStages
{
    /// <summary>Every move there is.</summary>
    public static IReadOnlyList<(AppealStage From, AppealStage To)> Moves { get; } =
    [
        (AppealStage.Submitted, AppealStage.Received),
        (AppealStage.Submitted, AppealStage.Withdrawn),
        (AppealStage.Received, AppealStage.UnderReview),
        (AppealStage.Received, AppealStage.Withdrawn),
        (AppealStage.UnderReview, AppealStage.DocumentsRequested),
        (AppealStage.UnderReview, AppealStage.Decided),
        (AppealStage.UnderReview, AppealStage.Withdrawn),
        (AppealStage.DocumentsRequested, AppealStage.UnderReview),
        (AppealStage.DocumentsRequested, AppealStage.Withdrawn),
    ];

    /// <summary>Whether an appeal may go from one stage to another.</summary>
    public static bool CanMove(AppealStage from, AppealStage to) => Moves.Contains((from, to));

    /// <summary>Whether an appeal at this stage is still to be decided.</summary>
    public static bool IsOpen(AppealStage stage) => stage is not (AppealStage.Decided or AppealStage.Withdrawn);
}
