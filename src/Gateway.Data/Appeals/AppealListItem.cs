using Gateway.Domain;

namespace Gateway.Data;

/// <summary>An appeal in a list.</summary>
/// <param name="Id">Key in the database.</param>
/// <param name="AppealNumber">Its number.</param>
/// <param name="BranchCode">Branch at which it was submitted.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Result">How it was decided; null while it is not.</param>
/// <param name="ItemCount">How many fines.</param>
/// <param name="ContestedTotal">Sum of what is contested.</param>
/// <param name="DocumentCount">How many documents.</param>
/// <param name="SubmitTime">When it was submitted.</param>
/// <param name="DueTime">By when it is to be decided.</param>
public sealed record AppealListItem(
    long Id,
    string AppealNumber,
    string BranchCode,
    AppealStage Stage,
    AppealResult? Result,
    int ItemCount,
    Money ContestedTotal,
    int DocumentCount,
    DateTimeOffset SubmitTime,
    DateTimeOffset DueTime);

/// <summary>Which appeals are listed.</summary>
/// <param name="AppellantNationalId">Of this appellant; null for all.</param>
/// <param name="BranchCode">Submitted at this branch; null for all.</param>
/// <param name="Stage">At this stage; null for all.</param>
public sealed record AppealFilter(NationalId? AppellantNationalId, string? BranchCode, AppealStage? Stage);

/// <summary>Where a page of the open appeals ends.</summary>
/// <param name="DueTime">Due time of its last appeal.</param>
/// <param name="Id">Key of its last appeal.</param>
public sealed record AppealCursor(DateTimeOffset DueTime, long Id);

/// <summary>How many appeals are open.</summary>
/// <param name="OpenCount">All.</param>
/// <param name="OverdueCount">Those past their due time.</param>
public sealed record AppealTotals(long OpenCount, long OverdueCount);
