using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Appeals;

/// <summary>
/// Options that say against what a citizen appeals and why. A fine is named as <c>NUMBER[:GROUND[:AMOUNT]]</c>, so that
/// one line can give each its own ground and the part of it that is contested.
/// </summary>
internal sealed class ExtentOptions
{
    private readonly Option<bool> _all = new("--all") { Description = "Appeal against every outstanding fine." };

    private readonly Option<string[]> _fines = new("--fine")
    {
        Description = "Appeal against this fine, outstanding or paid; more than one may be named. GROUND where it is "
            + "not that of --ground, AMOUNT in EGP where only a part of the fine is contested: "
            + "1000000000010:wrong-amount:100, 1000000000010::100.",
        HelpName = "NUMBER[:GROUND[:AMOUNT]]",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<AppealGround?> _ground = EnumOption.Create<AppealGround>("--ground", "Why");

    private readonly Option<string> _statement = new("--statement")
    {
        Description = "The citizen's own words, up to 1,000 characters; required with 'other'.",
        HelpName = "TEXT",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _all, _fines, _ground, _statement })
            command.Options.Add(option);
    }

    /// <summary>Writes into the request against what it is.</summary>
    /// <exception cref="UsageException">Nothing or too much is named, or a fine has no ground.</exception>
    public void Read(ParseResult parsed, SubmitAppealRequest request)
    {
        var fines = parsed.GetValue(_fines) ?? [];
        if (parsed.GetValue(_all) == fines.Length > 0)
            throw new UsageException("Say against what: either --all, or --fine with one or more numbers.");

        var ground = parsed.GetValue(_ground);
        var statement = parsed.GetValue(_statement) ?? "";
        if (fines.Length > 0)
        {
            request.Partial = new PartialAppeal { Items = { fines.Select(fine => Item(fine, ground, statement)) } };
        }
        else
        {
            Check("The appeal", ground, statement);
            request.AllOutstanding = new WholeAppeal { Ground = ground!.Value, Statement = statement };
        }
    }

    internal static PartialAppealItem Item(string text, AppealGround? usual, string statement)
    {
        var parts = text.Split(':');
        if (parts.Length > 3)
            throw new UsageException($"--fine is NUMBER[:GROUND[:AMOUNT]], not '{text}'.");

        var (number, word) = (parts[0], parts.ElementAtOrDefault(1) ?? "");
        var ground = word.Length == 0 ? usual : EnumWords.Find<AppealGround>(word)
            ?? throw new UsageException($"'{word}' is no ground; --help lists them.");
        Check($"Fine {number}", ground, statement);
        return new PartialAppealItem
        {
            FineNumber = number,
            Ground = ground!.Value,
            Statement = statement,
            ContestedAmount = parts.Length == 3 ? Egp.Read(parts[2], $"Fine {number}") : null,
        };
    }

    private static void Check(string what, AppealGround? ground, string statement)
    {
        if (ground is null)
            throw new UsageException($"{what} needs a ground: name it with --ground.");
        if (ground == AppealGround.Other && string.IsNullOrWhiteSpace(statement))
            throw new UsageException("Another ground needs a --statement that says which.");
    }
}
