namespace Gateway.EvidenceLog;

/// <summary>Why a log's file is not continued.</summary>
public enum LogFault
{
    /// <summary>It can't be opened or locked, or is of a later version; nothing is said about what is in it.</summary>
    Unusable,

    /// <summary>It is not there, or empty, and a log is known.</summary>
    Missing,

    /// <summary>It is an older copy: the log was larger.</summary>
    OlderCopy,

    /// <summary>It is as large as the log, but at the known size it had another root.</summary>
    Fork,

    /// <summary>It is another log of this gateway.</summary>
    AnotherLog,

    /// <summary>It is another gateway's log.</summary>
    AnotherGateway,

    /// <summary>It is damaged, or contradicts itself.</summary>
    Damaged,
}
