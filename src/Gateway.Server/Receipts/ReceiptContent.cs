using Gateway.Contracts.V1;
using Gateway.Domain;

namespace Gateway.Server.Receipts;

/// <summary>A receipt in both languages, from top to bottom.</summary>
internal sealed record ReceiptContent
{
    /// <summary>Headline.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>Number, time, office, subject, persons and payment.</summary>
    public required IReadOnlyList<BilingualLine> Lines { get; init; }

    /// <summary>The fines.</summary>
    public required IReadOnlyList<BilingualLine> Items { get; init; }

    /// <summary>What the sum is.</summary>
    public required Bilingual TotalLabel { get; init; }

    /// <summary>The sum.</summary>
    public required Money Total { get; init; }

    /// <summary>What the citizen should know.</summary>
    public required Bilingual Notice { get; init; }

    /// <summary>The receipt as the contract has it. The same content is the same receipt, to the byte.</summary>
    public Receipt ToWire() => new()
    {
        Ar = Text(ArabicAmount.InWords(Total), text => text.Ar),
        En = Text(EnglishAmount.InWords(Total), text => text.En),
    };

    private ReceiptText Text(string inWords, Func<Bilingual, string> language)
    {
        return new ReceiptText
        {
            Title = language(Title),
            Lines = { Lines.Select(Line) },
            Items = { Items.Select(Line) },
            Total = Line(new(TotalLabel, ReceiptValues.Of(Total))),
            TotalInWords = inWords,
            Notice = language(Notice),
        };

        ReceiptLine Line(BilingualLine line) => new() { Label = language(line.Label), Value = language(line.Value) };
    }
}
