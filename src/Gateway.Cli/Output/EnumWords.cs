namespace Gateway.Cli.Output;

/// <summary>Values of the contract's enums as options and people name them.</summary>
internal static class EnumWords
{
    /// <summary>
    /// E.g. <c>under-review</c>. Empty where nothing is said, and <c>unknown</c> for a value that a newer contract has.
    /// </summary>
    public static string Of<T>(T value) where T : struct, Enum
    {
        if (EqualityComparer<T>.Default.Equals(value, default))
            return "";
        return Enum.IsDefined(value)
            ? string.Concat($"{value}".Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{c}" : $"{c}")).ToLowerInvariant()
            : "unknown";
    }

    /// <summary>The values that can be named, in their order.</summary>
    public static IReadOnlyList<T> All<T>() where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(value => !EqualityComparer<T>.Default.Equals(value, default))];

    /// <summary>The value of a word; null where it is none.</summary>
    public static T? Find<T>(string word) where T : struct, Enum =>
        All<T>().Select(value => (T?)value).FirstOrDefault(value => Of(value!.Value) == word);
}
