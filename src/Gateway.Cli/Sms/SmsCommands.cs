using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Sms;

/// <summary><c>sms</c>: the messages about appeals, without the gateway.</summary>
internal static class SmsCommands
{
    public static Command Create(CommandRunner runner) => new("sms", "SMS about appeals, without the gateway.")
    {
        ListCommand.Create(runner),
        FailedCommand.Create(runner),
        ResendCommand.Create(runner),
    };
}
