using System.ComponentModel.DataAnnotations;

namespace Gateway.Server.Clearances;

/// <summary>Clearance certificates.</summary>
internal sealed class ClearanceOptions
{
    /// <summary>How long a certificate counts; the same in every gateway. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "366.00:00:00")]
    public TimeSpan Validity { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a verifier may use a revocation list before it needs a newer one. Default one day.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "31.00:00:00")]
    public TimeSpan RevocationListValidity { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Pages that are drawn at once; more wait. Default 2.</summary>
    [Range(1, 64)]
    public int PagesAtOnce { get; set; } = 2;
}
