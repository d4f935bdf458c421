using System.CommandLine;

namespace Gateway.Cli.Appeals;

/// <summary>Arguments and options that several commands about an appeal take.</summary>
internal static class AppealOptions
{
    /// <summary>The appeal.</summary>
    public static Argument<string> Number() => new("NUMBER") { Description = "Number of the appeal, 15 digits." };

    /// <summary>The appellant, where that is needed for another branch's appeals only.</summary>
    public static Option<string> NationalId() => new("--national-id")
    {
        Description = "National id of the appellant; a branch needs it for what was submitted at another one.",
        HelpName = "ID",
    };

    /// <summary>The appellant, who stands at the counter.</summary>
    public static Option<string> RequiredNationalId(string description) => new("--national-id")
    {
        Description = description,
        HelpName = "ID",
        Required = true,
    };

    /// <summary>How many appeals a list shows.</summary>
    public static Option<int> Limit()
    {
        const int usual = 50;
        var limit = new Option<int>("--limit")
        {
            Description = "How many to show at most.",
            HelpName = "COUNT",
            DefaultValueFactory = _ => usual,
        };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var count) || count < 1))
                result.AddError("--limit must be a number above nothing.");
        });
        return limit;
    }
}
