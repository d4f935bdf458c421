using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Where the evidence log lives and how it is filled.</summary>
public sealed class EvidenceLogOptions
{
    /// <summary>The data directory. It is made if it is not there, and belongs to one process at a time.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <summary>The gateway's name, e.g. <c>traffic-gateway.example/gw-1</c>. An existing log keeps to the name it was
    /// made with.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>How many answers may wait to be sealed before further ones are refused. Default 4096.</summary>
    [Range(1, 1 << 20)]
    public int QueueCapacity { get; set; } = 4096;

    /// <summary>How many batches one flush to disk covers at most. Default 8.</summary>
    [Range(1, 256)]
    public int BatchesPerFlush { get; set; } = 8;

    /// <summary>How long a group waits for further answers to share its flush and its signatures, while this machine
    /// has more to do than it can. Default 4 ms, in whole milliseconds; 0 turns it off.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:00.1")]
    public TimeSpan ShareTime { get; set; } = TimeSpan.FromMilliseconds(4);

    /// <summary>How long a flush waits while another program has the file locked, in seconds. Default 5.</summary>
    [Range(1, 60)]
    public int LockWaitSeconds { get; set; } = 5;

    /// <summary>The last head of this gateway's log that is known elsewhere. A file that does not continue it is not
    /// opened. Default none: nothing is known.</summary>
    public LogHead? Anchor { get; set; }

    /// <summary>Origin of the log that is given up for lost. Where it is that of <see cref="Anchor"/> and the file does
    /// not continue it, the file is set aside and a new log is begun, whose first entry names the anchor. Default
    /// none.</summary>
    public string AcceptedLoss { get; set; } = "";

    /// <summary>How many of the newest entries are compared with their batches and statements when the log is opened; a
    /// log of no more is checked as a whole, but for its signatures. Default 65,536.</summary>
    [Range(0, 1 << 24)]
    public int EntriesCheckedAtStart { get; set; } = 1 << 16;

    /// <summary>How long a statement is kept with its call id; after that its entry says nothing of the call any more.
    /// Default 3653 days, ten years.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36525.00:00:00")]
    public TimeSpan StatementRetention { get; set; } = TimeSpan.FromDays(3653);

    /// <summary>How long an audit line is kept. Default 1096 days, three years.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36525.00:00:00")]
    public TimeSpan AuditRetention { get; set; } = TimeSpan.FromDays(1096);

    /// <summary>Lets a test look at, or break, what happens with the file.</summary>
    internal Action<LogStep, SqliteConnection>? Probe { get; set; }

    /// <summary>Refuses options that can't be worked with, all problems at once.</summary>
    /// <exception cref="ValidationException">What is wrong.</exception>
    internal void Validate()
    {
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(this, new ValidationContext(this), problems, validateAllProperties: true))
            throw new ValidationException(string.Join(" ", problems.Select(problem => problem.ErrorMessage)));
        if (!Evidence.LogOrigin.IsValidName(Name))
            throw new ValidationException($"'{Name}' cannot name a gateway.");
    }
}
