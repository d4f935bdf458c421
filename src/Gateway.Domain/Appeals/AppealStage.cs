namespace Gateway.Domain;

/// <summary>Where an appeal stands. The numbers are those of the contract and the database.</summary>
public enum AppealStage
{
    /// <summary>Submitted at a counter.</summary>
    Submitted = 1,

    /// <summary>Received by the prosecution.</summary>
    Received = 2,

    /// <summary>A member of the prosecution reviews it.</summary>
    UnderReview = 3,

    /// <summary>The citizen is asked for documents.</summary>
    DocumentsRequested = 4,

    /// <summary>Decided; the end.</summary>
    Decided = 5,

    /// <summary>Taken back by the citizen; the end.</summary>
    Withdrawn = 6,
}
