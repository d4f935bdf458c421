namespace Gateway.Cli.Evidence.Changes;

/// <summary>How changes in the database and statements in the logs can differ.</summary>
internal enum ChangeFindingKind
{
    /// <summary>A change was made, and no log states it.</summary>
    ChangeWithoutStatement = 1,

    /// <summary>A change was stated, and the database has none that was answered so.</summary>
    StatementWithoutChange,

    /// <summary>The answer that is kept is another than was stated.</summary>
    AnswerDiffers,

    /// <summary>An answer is kept, and the row that it is about is gone.</summary>
    AnswerWithoutChange,

    /// <summary>A row names a request of which no answer is kept.</summary>
    ChangeWithoutAnswer,
}

/// <summary>Something in which the database and the logs differ.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="CallId">The call; null where nobody knows it.</param>
/// <param name="Position">Position of the statement in its log; null where there is none.</param>
/// <param name="Method">The method; empty where nobody knows it.</param>
/// <param name="Caller">SPIFFE id of the caller.</param>
/// <param name="Time">When the change was made, or the call was completed.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record ChangeFinding(
    ChangeFindingKind Kind,
    Guid? CallId,
    long? Position,
    string Method,
    string Caller,
    DateTimeOffset Time,
    string Text);

/// <summary>What the comparison of the database with the logs came to.</summary>
/// <param name="Changes">How many changes the database has.</param>
/// <param name="Repeats">How many statements are of requests that had been carried out before.</param>
/// <param name="Undecided">How many changes are older than what was removed of the logs.</param>
/// <param name="Findings">The first findings.</param>
/// <param name="FindingCount">How many there are in all.</param>
internal sealed record ChangeReport(
    long Changes, long Repeats, long Undecided, IReadOnlyList<ChangeFinding> Findings, long FindingCount)
{
    /// <summary>Logs that the database knows and that were not looked into: what seems to lack a statement may have one
    /// there.</summary>
    public IReadOnlyList<string> LogsNotGiven { get; init; } = [];
}
