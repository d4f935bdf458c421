using System.CommandLine;

namespace Gateway.Cli.Invocation;

/// <summary><c>--request-id</c> of a command that changes something.</summary>
internal static class RequestIdOption
{
    /// <summary>The option.</summary>
    /// <param name="what">What is done, e.g. <c>this withdrawal</c>.</param>
    /// <param name="more">What else has to be known; ends with a space.</param>
    public static Option<string> Create(string what, string more = "") => new("--request-id")
    {
        Description = $"Id of {what}, a lower-case UUID. After an unknown outcome, give the same one again. {more}"
            + "Default: a new one.",
        HelpName = "UUID",
    };
}
