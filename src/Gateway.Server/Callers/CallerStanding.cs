namespace Gateway.Server.Callers;

/// <summary>How a caller's certificate stands.</summary>
internal enum CallerStanding
{
    /// <summary>The access policy has no such caller, or the certificate names none.</summary>
    Unknown,

    /// <summary>It may call.</summary>
    Good,

    /// <summary>The access policy keeps it out by name.</summary>
    Denied,

    /// <summary>Its authority revoked it, or an authority on its way.</summary>
    Revoked,

    /// <summary>Its authority is no longer among those whose callers may connect.</summary>
    AuthorityLeft,

    /// <summary>It is no longer valid, or an authority on its way is not.</summary>
    Expired,

    /// <summary>Whether it was revoked cannot be told: the list of an authority on its way is overdue for too long.</summary>
    ListOutdated,
}
