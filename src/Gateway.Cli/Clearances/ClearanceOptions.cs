using System.CommandLine;

namespace Gateway.Cli.Clearances;

/// <summary>Arguments and options that several commands about a certificate take.</summary>
internal static class ClearanceOptions
{
    /// <summary>The certificate.</summary>
    public static Argument<string> Number() => new("NUMBER") { Description = "Number of the certificate, 15 digits." };

    /// <summary>The sheet of security paper.</summary>
    public static Option<string> Sheet() => new("--sheet")
    {
        Description = "Serial number of the sheet of security paper that it is printed on.",
        HelpName = "SERIAL",
        Required = true,
    };

    /// <summary>Where the page is written.</summary>
    public static Option<string> Out() => new("--out")
    {
        Description = "File to write the page into; it must not be there yet. Its ending says in which form: "
            + ".pdf, .png or .svg.",
        HelpName = "FILE",
        Required = true,
    };
}
