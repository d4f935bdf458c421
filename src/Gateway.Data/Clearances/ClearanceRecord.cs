using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A clearance certificate as it stands in the database.</summary>
/// <param name="Id">Key in the database.</param>
/// <param name="Details">What was recorded when it was issued.</param>
/// <param name="Revocation">How it was revoked; null while it was not.</param>
public sealed record ClearanceRecord(long Id, NewClearance Details, ClearanceRevocation? Revocation)
{
    /// <summary>Where it stands at a moment.</summary>
    public ClearanceState StateAt(DateTimeOffset now)
    {
        if (Revocation is not null)
            return ClearanceState.Revoked;
        return now >= Details.ExpireTime ? ClearanceState.Expired : ClearanceState.Valid;
    }
}

/// <summary>How a certificate was revoked.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Note">More about why; null where nothing was said.</param>
/// <param name="Actor">SPIFFE id of the caller that did it.</param>
/// <param name="Time">When, whole milliseconds.</param>
public sealed record ClearanceRevocation(
    ClearanceRevocationReason Reason, string? Note, string Actor, DateTimeOffset Time);
