using Gateway.Evidence;

namespace Gateway.Client.Watching.Alarms;

/// <summary>
/// Two answers are of different logs. A gateway that was started anew between them may have begun another one; so it is
/// looked at once more.
/// </summary>
internal sealed class LogSwitchedException(SignedHead first, SignedHead second)
    : Exception("The gateway's log changed while it was looked at.")
{
    /// <summary>What it is where it comes again.</summary>
    public LogAlarmException ToAlarm() => new(new LogAlarm(
        LogAlarmKind.Fork,
        "The gateway answers from two logs at once; each gateway is watched at an address of its own.",
        first,
        "an answer",
        second));
}
