using System.CommandLine;

namespace Gateway.Cli.Invocation;

/// <summary>An option that takes one of the words of an enum of the contract.</summary>
internal static class EnumOption
{
    /// <summary>The option; its value is null where it is not given.</summary>
    /// <param name="name">With its hyphens.</param>
    /// <param name="description">Followed by the words.</param>
    /// <param name="values">What may be named; everything where this is empty.</param>
    public static Option<T?> Create<T>(string name, string description, params IReadOnlyList<T> values)
        where T : struct, Enum
    {
        var words = (values.Count > 0 ? values : EnumWords.All<T>()).Select(EnumWords.Of).ToList();
        return new Option<T?>(name)
        {
            Description = $"{description}: {string.Join(", ", words)}.",
            HelpName = "WORD",
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (words.Contains(word))
                    return EnumWords.Find<T>(word);
                result.AddError($"{name} must be one of {string.Join(", ", words)}.");
                return null;
            },
        };
    }
}
