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

    /// <summary>How often the database is told how far the evidence log is, where it grew. Default 3 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan AnchorInterval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Origin of an evidence log that is given up for lost, as the refusal to start names it: the file is set aside and a
    /// new log begun. Has no effect where that log is there, or once the new one is begun. Default none.
    /// </summary>
    public string AcceptLoss { get; set; } = "";

    /// <summary>How long the evidence log keeps statements; their digests stay for ever. Default 3653 days, ten
    /// years.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36525.00:00:00")]
    public TimeSpan StatementRetention { get; set; } = TimeSpan.FromDays(3653);

    /// <summary>How long it keeps who asked about whom. Default 1096 days, three years.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36525.00:00:00")]
    public TimeSpan AuditRetention { get; set; } = TimeSpan.FromDays(1096);

    /// <summary>File of the private Ed25519 key that the checkpoints of exported logs are signed with; made if it is not
    /// there. Default <c>note-key.pem</c> in the data directory.</summary>
    public string NoteKey { get; set; } = "";
}
