namespace Gateway.Server.Receipts;

/// <summary>A text of a receipt in both languages.</summary>
/// <param name="Ar">In Arabic.</param>
/// <param name="En">In English.</param>
internal readonly record struct Bilingual(string Ar, string En)
{
    /// <summary>A text that reads the same in both.</summary>
    public static Bilingual Same(string text) => new(text, text);
}

/// <summary>A line of a receipt in both languages.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct BilingualLine(Bilingual Label, Bilingual Value);
