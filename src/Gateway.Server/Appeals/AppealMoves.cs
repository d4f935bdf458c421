using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Errors;
using Google.Rpc;
using AppealStage = Gateway.Domain.AppealStage;

namespace Gateway.Server.Appeals;

/// <summary>Holds a move of an appeal against the stages.</summary>
internal static class AppealMoves
{
    /// <summary>Refuses a move that an appeal cannot make.</summary>
    /// <exception cref="RefusalException">APPEAL_STAGE_CONFLICT.</exception>
    public static void Check(string appealNumber, AppealStage from, AppealStage to)
    {
        if (!AppealStages.CanMove(from, to))
            throw Conflict(appealNumber, from);
    }

    /// <summary>The refusal of what an appeal at this stage does not allow.</summary>
    public static RefusalException Conflict(string appealNumber, AppealStage stage) =>
        new Refusal(ErrorReason.AppealStageConflict)
        {
            Preconditions =
            [
                new PreconditionFailure.Types.Violation
                {
                    Type = "APPEAL_STAGE",
                    Subject = appealNumber,
                    Description = $"It is {NameOf(stage)}.",
                },
            ],
        }.ToException();

    private static string NameOf(AppealStage stage) => stage switch
    {
        AppealStage.Submitted => "SUBMITTED",
        AppealStage.Received => "RECEIVED",
        AppealStage.UnderReview => "UNDER_REVIEW",
        AppealStage.DocumentsRequested => "DOCUMENTS_REQUESTED",
        AppealStage.Decided => "DECIDED",
        AppealStage.Withdrawn => "WITHDRAWN",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
