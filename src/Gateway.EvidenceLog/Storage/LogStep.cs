namespace Gateway.EvidenceLog;

/// <summary>Where in the life of the file a probe is called.</summary>
internal enum LogStep
{
    /// <summary>The file was opened and its state read.</summary>
    Opened,

    /// <summary>A group is written, and not yet committed.</summary>
    Committing,

    /// <summary>A group is on disk, and nobody knows it yet.</summary>
    Committed,
}
