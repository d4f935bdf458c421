using System.ComponentModel.DataAnnotations;
using Gateway.Domain;

namespace Gateway.Server.Appeals;

/// <summary>Appeals.</summary>
internal sealed class AppealOptions
{
    /// <summary>What an appeal costs, EGP, whole piastres; the same in every gateway. Default 25.00.</summary>
    [Range(typeof(decimal), "0", "100000")]
    public decimal Fee { get; set; } = 25.00m;

    /// <summary>How long the prosecution has to decide an appeal. Default 72 hours.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan DecisionTime { get; set; } = TimeSpan.FromHours(72);

    /// <summary>How many documents an appeal takes. Default 10.</summary>
    [Range(1, 100)]
    public int MaxDocuments { get; set; } = 10;

    /// <summary>The fee as money.</summary>
    public Money FeeAmount => Money.FromAmount(Fee);
}
