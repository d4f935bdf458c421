using System.ComponentModel.DataAnnotations;
using Gateway.Server.TimeStamps;
using Microsoft.Extensions.Options;

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

    /// <summary>
    /// Time-stamp authorities, in the order in which they are asked; two or more in Production. Default none: answers
    /// get no time stamp, and count only while the signing certificate is valid.
    /// </summary>
    [ValidateEnumeratedItems]
    public List<TimeStampAuthorityOptions> TimeStampAuthorities { get; set; } = [];

    /// <summary>How often the newest batch is time-stamped at most, where the log grew. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan TimeStampInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>An answer that is without a time stamp for so long degrades the gateway. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan DegradeUnstampedAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// While an answer is without a time stamp for so long, no money is taken or paid out. Default 24 hours.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00")]
    public TimeSpan RefuseUnstampedAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What is wrong beside single values.</summary>
    public IEnumerable<string> Faults()
    {
        if (DegradeUnstampedAfter <= TimeStampInterval)
            yield return "Gateway:Evidence:DegradeUnstampedAfter is not more than TimeStampInterval beside it.";
        if (RefuseUnstampedAfter <= DegradeUnstampedAfter)
            yield return "Gateway:Evidence:RefuseUnstampedAfter is not more than DegradeUnstampedAfter beside it.";
        foreach (var fault in TimeStampAuthorities.SelectMany(authority => authority.Faults()))
            yield return fault;
    }
}
