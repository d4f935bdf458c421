namespace Gateway.EvidenceLog;

/// <summary>Something in a log that is not as it has to be.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Position">Position of the entry, or of the first entry of the batch; null where it is the log's
/// own.</param>
/// <param name="Text">What is wrong, one clause, without personal data.</param>
public sealed record LogFinding(LogFindingKind Kind, long? Position, string Text);

/// <summary>What a check of a log can find.</summary>
public enum LogFindingKind
{
    /// <summary>The file can't be read as an evidence log.</summary>
    File = 1,

    /// <summary>The right edge of the tree is not that of the entries.</summary>
    Edge,

    /// <summary>There is no entry at a position below the log's size.</summary>
    EntryMissing,

    /// <summary>An entry is another than its batch has.</summary>
    Entry,

    /// <summary>A statement is not the one of its entry.</summary>
    Statement,

    /// <summary>The call id of an entry is not that of its statement.</summary>
    CallId,

    /// <summary>A batch can't be read, or is of another log.</summary>
    Batch,

    /// <summary>A batch does not begin where the one before it ends.</summary>
    BatchOrder,

    /// <summary>The root in a batch is not that of the entries.</summary>
    Root,

    /// <summary>The signature of a batch does not verify.</summary>
    Signature,

    /// <summary>A certificate, contract or chain that is named is not kept.</summary>
    Certificate,

    /// <summary>The log does not continue a head that is known elsewhere.</summary>
    Anchor,

    /// <summary>A stored node of the tree is not that of the entries.</summary>
    Tree,

    /// <summary>A time stamp does not verify, or is of no batch.</summary>
    TimeStamp,

    /// <summary>The first entry is not the statement of the log that this one came after.</summary>
    Predecessor,
}
