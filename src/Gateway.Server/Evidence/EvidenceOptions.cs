using System.ComponentModel.DataAnnotations;

namespace Gateway.Server.Evidence;

/// <summary>Sealing of answers.</summary>
internal sealed class EvidenceOptions
{
    /// <summary>Answers that may wait to be sealed; one more is refused as OVERLOADED. Default 4096.</summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; set; } = 4096;

    /// <summary>Batches of up to 16 answers that share one flush of the log. Default 8.</summary>
    [Range(1, 64)]
    public int BatchesPerFlush { get; set; } = 8;
}
