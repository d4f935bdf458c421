using Gateway.Cli.Fines;
using Gateway.Cli.Output;
using Gateway.Contracts.V1;
using Google.Type;

namespace Gateway.UnitTests.Cli;

public sealed class PrintedOutputTests
{
    private const string English =
        "Driving against the direction of traffic on a road that is closed in that direction";
    private const string Arabic = "السير عكس الاتجاه في الطرق المخصصة لاتجاه واحد";

    [Fact]
    public void FineTable_WrittenToAPipe_HasEveryTextInFullAndNoEscapes()
    {
        var printed = PrintedText.Of(terminal => FineList.Print(terminal, Inquiry()));

        Assert.Contains("1,234.50", printed, StringComparison.Ordinal);
        Assert.Contains("100000000001", printed, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', printed);
        Assert.DoesNotContain('…', printed);
        AssertWords(English, printed);
        AssertWords(Arabic, printed);
    }

    [Fact]
    public void FineTable_HasArabicInItsLastColumnOnly()
    {
        var row = PrintedText.Of(terminal => FineList.Print(terminal, Inquiry()))
            .Split('\n').Single(line => line.Contains("100000000001", StringComparison.Ordinal));

        var firstArabic = row.IndexOf('ا', StringComparison.Ordinal);
        Assert.True(firstArabic > row.IndexOf("outstanding", StringComparison.Ordinal), row);
    }

    [Fact]
    public void Time_IsToldByTheClockInCairo()
    {
        var noonInWinter = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal("2026-01-15 14:00", TimeText.Of(noonInWinter));
    }

    private static void AssertWords(string text, string printed) =>
        Assert.All(text.Split(' '), word => Assert.Contains(word, printed, StringComparison.Ordinal));

    private static InquireFinesResponse Inquiry() => new()
    {
        Subject = new Subject
        {
            VehiclePlate = new VehiclePlate { Letters = "قبل", Digits = "1234", Kind = PlateKind.Private },
        },
        OutstandingCount = 1,
        OutstandingTotal = Egp(1234.5m),
        Fines =
        {
            new Fine
            {
                FineNumber = "100000000001",
                Violation = new Violation { DescriptionEn = English, DescriptionAr = Arabic, LawArticle = "74" },
                Amount = Egp(1234.5m),
                Fees = Egp(0),
                AmountDue = Egp(1234.5m),
                Status = FineStatus.Outstanding,
            },
        },
    };

    private static Money Egp(decimal amount) => new() { CurrencyCode = "EGP", DecimalValue = amount };
}
