namespace Gateway.Domain;

/// <summary>A masculine noun in the forms that the number before it asks for.</summary>
/// <param name="Bare">Singular behind a whole hundred, thousand or million, and behind 11 to 99 where another noun
/// follows at once: ألف.</param>
/// <param name="One">One of it: ألف.</param>
/// <param name="Two">Two of it: ألفان.</param>
/// <param name="Few">Plural, behind 3 to 10: آلاف.</param>
/// <param name="Many">Singular accusative, behind 11 to 99: ألفًا.</param>
internal sealed record ArabicNoun(string Bare, string One, string Two, string Few, string Many)
{
    /// <summary>One of it behind more of it, as in 101.</summary>
    public string OneMore { get; init; } = One;

    /// <summary>Two of it behind more of it, as in 102.</summary>
    public string TwoMore { get; init; } = Two;
}
