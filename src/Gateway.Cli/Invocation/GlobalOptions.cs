using System.CommandLine;

namespace Gateway.Cli.Invocation;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    private const string DefaultAddress = "https://localhost:5443";

    public Option<Uri> Address { get; } = new("--address")
    {
        Description = "Where the gateway listens.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri(DefaultAddress),
        CustomParser = result =>
        {
            var isAddress = Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address);
            if (isAddress && address!.Scheme == Uri.UriSchemeHttps)
                return address;
            result.AddError($"--address must be an https address such as {DefaultAddress}.");
            return null;
        },
        Recursive = true,
    };

    public Option<string> Caller { get; } = new("--as")
    {
        Description = "Sample caller to call as: branch-00001, branch-00002, hub, head-office, reviewer or auditor. "
            + $"Default: {SampleCaller.Branch}; with 'review' and 'clearance revoke' {SampleCaller.Reviewer}; "
            + $"with 'evidence watch' {SampleCaller.Hub}.",
        HelpName = "NAME",
        Recursive = true,
    };

    public Option<FileInfo> Certificate { get; } = new("--cert")
    {
        Description = "Certificate to call with instead, PEM, followed by its issuers.",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<FileInfo> Key { get; } = new("--key")
    {
        Description = "Its private key, PEM.",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<string[]> Roots { get; } = new("--roots")
    {
        Description = "What to trust instead of the sample roots: a folder with server-root.pem and signing-root.pem, "
            + "or PEM files.",
        HelpName = "DIR|FILE",
        AllowMultipleArgumentsPerToken = true,
        Recursive = true,
    };

    public Option<string> Branch { get; } = new("--branch")
    {
        Description = "Branch to speak for, five digits. Default: the certificate's own.",
        HelpName = "CODE",
        Recursive = true,
    };

    public Option<string> Counter { get; } = new("--counter")
    {
        Description = "Counter of the branch, two digits. Default: the certificate's own, else 01.",
        HelpName = "CODE",
        Recursive = true,
    };

    public Option<string> Teller { get; } = new("--teller")
    {
        Description = "Who sits at the counter.",
        HelpName = "CODE",
        DefaultValueFactory = _ => "teller-1",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document, also for errors.",
        Recursive = true,
    };

    public Option<string> Save { get; } = new("--save")
    {
        Description = "Keep the evidence of the last answer in DIR, "
            + "of earlier answers of the command in DIR/1, DIR/2, …",
        HelpName = "DIR",
        Recursive = true,
    };

    public void AddTo(Command command)
    {
        Option[] all = [Address, Caller, Certificate, Key, Roots, Branch, Counter, Teller, Json, Save];
        foreach (var option in all)
            command.Options.Add(option);
    }
}
