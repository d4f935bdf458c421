namespace Gateway.Clearance;

/// <summary>
/// Checks codes without a network, with a trust list and a revocation list that were fetched before. Immutable,
/// thread-safe.
/// </summary>
/// <param name="trust">The keys that are trusted.</param>
/// <param name="revocations">The codes that no longer count; null where there is no list.</param>
public sealed class ClearanceVerifier(TrustList trust, RevocationList? revocations)
{
    /// <summary>How far the clock of a gateway may be ahead of the one here.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Checks a code. Never throws: whatever is wrong is a verdict.</summary>
    /// <param name="qrText">Text of the QR code, exactly as it was scanned.</param>
    /// <param name="now">The time here.</param>
    public ClearanceCheck Check(string qrText, DateTimeOffset now)
    {
        var signed = CodeReader.Read(qrText, out var fault);
        if (signed is null)
            return new ClearanceCheck(CodeReader.VerdictOf(fault), fault, null);
        if (ClockFault(now) is { } clock)
            return clock;
        if (!EcdsaSignature.IsLowS(signed.Signature.Span))
            return Forged(ClearanceReason.SignatureNotLowS);

        if (!trust.Ring.Knows(signed.KeyId, KeyUses.Certificates))
            return Forged(ClearanceReason.KeyUnknown);
        var signers = trust.Ring.SignersOf(signed, KeyUses.Certificates);
        if (signers.Count == 0)
            return Forged(ClearanceReason.SignatureWrong);
        if (ClaimsReader.Read(signed.Payload) is not { } claims)
            return Forged(ClearanceReason.ClaimsWrong);
        return signers.Exists(key => key.IsValidAt(claims.AsOfTime))
            ? Judge(claims, now)
            : Forged(ClearanceReason.KeyNotValidThen);
    }

    private static ClearanceCheck Forged(ClearanceReason reason) => new(ClearanceVerdict.Forged, reason, null);

    private ClearanceCheck? ClockFault(DateTimeOffset now)
    {
        if (IsLater(trust.IssueTime, now))
            return new ClearanceCheck(ClearanceVerdict.ClockWrong, ClearanceReason.ClockBeforeTrustList, null);
        if (revocations is not null && IsLater(revocations.IssueTime, now))
            return new ClearanceCheck(ClearanceVerdict.ClockWrong, ClearanceReason.ClockBeforeRevocationList, null);
        return now >= trust.ExpireTime
            ? new ClearanceCheck(ClearanceVerdict.TrustOutdated, ClearanceReason.TrustListOutdated, null)
            : null;
    }

    // What is read is after 1970, so taking from it does not overflow, whatever the time here is.
    private static bool IsLater(DateTimeOffset moment, DateTimeOffset now) => moment - ClockSkew > now;

    // An old list still knows what was revoked by then.
    private ClearanceCheck Judge(ClearanceClaims claims, DateTimeOffset now)
    {
        if (IsLater(claims.AsOfTime, now))
            return new ClearanceCheck(ClearanceVerdict.ClockWrong, ClearanceReason.NotYetValid, claims);
        if (now >= claims.ExpireTime)
            return new ClearanceCheck(ClearanceVerdict.Expired, ClearanceReason.Expired, claims);
        return revocations?.Find(claims.Id) switch
        {
            RevokedAs.Revoked => new ClearanceCheck(ClearanceVerdict.Revoked, ClearanceReason.Revoked, claims),
            RevokedAs.Superseded => new ClearanceCheck(ClearanceVerdict.Superseded, ClearanceReason.Superseded, claims),
            _ when revocations is null => new ClearanceCheck(
                ClearanceVerdict.GenuineRevocationUnknown, ClearanceReason.RevocationListMissing, claims),
            _ when now >= revocations.ExpireTime => new ClearanceCheck(
                ClearanceVerdict.GenuineRevocationUnknown, ClearanceReason.RevocationListOutdated, claims),
            _ => new ClearanceCheck(ClearanceVerdict.Genuine, ClearanceReason.None, claims),
        };
    }
}
