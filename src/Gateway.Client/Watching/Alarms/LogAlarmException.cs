namespace Gateway.Client.Watching;

/// <summary>A gateway contradicts what it signed.</summary>
/// <param name="alarm">The two heads.</param>
public sealed class LogAlarmException(LogAlarm alarm) : Exception(alarm.Message)
{
    /// <summary>The two heads.</summary>
    public LogAlarm Alarm { get; } = alarm;

    /// <summary>Folder of the record where both heads are kept; empty where it could not be written.</summary>
    public string Folder { get; internal set; } = "";
}
