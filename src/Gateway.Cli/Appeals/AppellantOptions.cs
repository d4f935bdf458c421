using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Appeals;

/// <summary>Options that say who appeals, but for the national id.</summary>
internal sealed class AppellantOptions
{
    private readonly Option<string> _name = new("--name")
    {
        Description = "Name of the appellant in full.",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<string> _mobile = new("--mobile")
    {
        Description = "Egyptian mobile number for the SMS, national or international form.",
        HelpName = "NUMBER",
        Required = true,
    };

    private readonly Option<SmsLanguage?> _language =
        EnumOption.Create<SmsLanguage>("--language", "Language of the SMS; Arabic where none is named");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _name, _mobile, _language })
            command.Options.Add(option);
    }

    /// <summary>The appellant; the gateway says what is wrong with it.</summary>
    public Appellant Read(ParseResult parsed, string nationalId) => new()
    {
        FullName = parsed.GetValue(_name),
        NationalId = nationalId,
        MobileNumber = parsed.GetValue(_mobile),
        SmsLanguage = parsed.GetValue(_language) ?? SmsLanguage.Ar,
    };
}
