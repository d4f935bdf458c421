using Gateway.Domain;
using Gateway.Server.Replays;
using Gateway.Server.Settlements;

namespace Gateway.Server.Appeals;

/// <summary>What a request to appeal asks, read and checked.</summary>
internal sealed record AppealOrder
{
    /// <summary>The request that gave the order.</summary>
    public required OnceRequest Request { get; init; }

    /// <summary>Branch, counter and teller.</summary>
    public required Contracts.V1.Counter Counter { get; init; }

    /// <summary>Whose fines.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The ground against all that is outstanding; null where the fines are named.</summary>
    public required AppealClaim? Whole { get; init; }

    /// <summary>The fines that are named.</summary>
    public required IReadOnlyList<AppealOrderItem> Items { get; init; }

    /// <summary>Who appeals.</summary>
    public required OrderAppellant Appellant { get; init; }

    /// <summary>The fee; null where none was paid.</summary>
    public required OrderPayment? Fee { get; init; }
}

/// <summary>Why a citizen appeals.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Statement">The citizen's own words; null where there are none.</param>
internal sealed record AppealClaim(AppealGround Ground, string? Statement);

/// <summary>A fine that is appealed against.</summary>
/// <param name="FineNumber">Its number.</param>
/// <param name="Claim">Why.</param>
/// <param name="ContestedAmount">The part of the amount that is contested; null for all of it.</param>
internal sealed record AppealOrderItem(string FineNumber, AppealClaim Claim, Money? ContestedAmount);

/// <summary>Who appeals.</summary>
internal sealed record OrderAppellant(
    PersonName FullName, NationalId NationalId, MobileNumber MobileNumber, SmsLanguage Language);

/// <summary>Which appeal is asked for, and by whom.</summary>
/// <param name="Number">Its number.</param>
/// <param name="AppellantNationalId">The appellant, who stands at the counter; null where nobody was named.</param>
/// <param name="OnlyBranch">The one branch whose appeals may be seen without naming the appellant; null for every
/// branch.</param>
internal sealed record AppealKey(string Number, NationalId? AppellantNationalId, string? OnlyBranch);

/// <summary>What a request to take an appeal back asks.</summary>
internal sealed record WithdrawalOrder(OnceRequest Request, AppealKey Appeal);

/// <summary>Which appeals are asked for.</summary>
internal sealed record AppealListQuestion(Data.AppealFilter Filter, int PageSize, AppealPageToken? Before);
