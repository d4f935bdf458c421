namespace Gateway.Clearance;

/// <summary>What a check of a code found. The numbers are those of the contract.</summary>
public enum ClearanceVerdict
{
    /// <summary>
    /// Genuine, and it counts. A photocopy says the same: plate and sheet serial have to be those of the paper.
    /// </summary>
    Genuine = 1,

    /// <summary>Genuine; whether it was revoked is not known, because there is no revocation list in date.</summary>
    GenuineRevocationUnknown = 2,

    /// <summary>Genuine, but its validity has ended.</summary>
    Expired = 3,

    /// <summary>Genuine, but revoked.</summary>
    Revoked = 4,

    /// <summary>Genuine, but printed again on another sheet: this one does not count.</summary>
    Superseded = 5,

    /// <summary>Altered or forged.</summary>
    Forged = 6,

    /// <summary>The text is not that of a certificate's code.</summary>
    NotACertificate = 7,

    /// <summary>The clock of the one who checks is wrong: what it shows is from later.</summary>
    ClockWrong = 8,

    /// <summary>The trust list is past its date, so nothing can be said.</summary>
    TrustOutdated = 9,
}
