namespace Gateway.Client.Watching;

/// <summary>In which way a gateway contradicts what it signed.</summary>
public enum LogAlarmKind
{
    /// <summary>It shows a head that is older than one it signed before: the log was rolled back.</summary>
    OlderHead = 1,

    /// <summary>It signed two heads that are not of one log: what the older one has is not in the newer one.</summary>
    Fork,

    /// <summary>It shows another log, which does not name the last head that was seen of the one before.</summary>
    Succession,

    /// <summary>It signed a batch of a log of its own that it does not list.</summary>
    HiddenLog,

    /// <summary>It signed a batch of a log that was lost later, past the head that the log after it names.</summary>
    LostEntries,
}
