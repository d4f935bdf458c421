using System.Text;
using Gateway.Cli.Invocation;
using Gateway.Cli.Reconciliation;
using Gateway.Domain;

namespace Gateway.UnitTests.Cli;

public sealed class PostListFileTests : IDisposable
{
    private static readonly string First = SettlementNumber.Create(new DateOnly(2026, 11, 23), _ => 1);
    private static readonly string Second = SettlementNumber.Create(new DateOnly(2026, 11, 23), _ => 2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gateway-csv-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "entries.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("settlement_number,amount\r\n{1},150.00\r\n{2},1250.50\r\n")]
    [InlineData("settlement_number,amount\n{1},150\n{2},\"1,250.50\"\n\n\n")]
    [InlineData("Settlement Number;Branch;Amount\r\n{1};00001;150,00\r\n{2};00002;1250,5\r\n")]
    [InlineData("sep=;\r\nSETTLEMENT_NUMBER;AMOUNT\r\n{1};150\r\n{2};1.250,50\r\n")]
    [InlineData("settlement_number\tamount\r\n{1}\t150.00\r\n{2}\t1250.50 EGP\r\n")]
    [InlineData("رقم السداد,المبلغ\r\n{1},١٥٠\r\n{2},١٢٥٠٫٥٠ ج.م\r\n")]
    [InlineData("settlement_number,amount\r\n\"=\"\"{1}\"\"\",150.00\r\n'{2},1250.50\r\n,\r\n")]
    public void Entries_AsSpreadsheetsWriteThem_AreRead(string text)
    {
        foreach (var encoding in new[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode })
        {
            File.WriteAllText(Path, Filled(text), encoding);
            var file = new PostListFile(Path);

            Assert.Equal(2, file.Check());
            Assert.Equal(
                [new PostEntry(First, Money.FromAmount(150m)), new PostEntry(Second, Money.FromAmount(1250.50m))],
                file.Entries());
        }
    }

    [Theory]
    [InlineData("settlement_number,amount\n2.61123E+14,150\n", "line 2", "rounded by the spreadsheet")]
    [InlineData("settlement_number,amount\n{1},150\n123,150\n", "line 3", "15 digits")]
    [InlineData("sep=;\nsettlement_number;amount\n{1};150.005\n", "line 3", "two decimals")]
    [InlineData("settlement_number,amount\n{1},-5\n", "line 2", "two decimals")]
    [InlineData("settlement_number,amount\n{1},\n", "line 2", "two decimals")]
    [InlineData("settlement_number,sum\n{1},5\n", "amount", "no column")]
    [InlineData("", "empty", "list")]
    public void Check_WrongLine_IsTold(string text, string where, string what)
    {
        File.WriteAllText(Path, Filled(text));

        var told = Assert.Throws<UsageException>(() => new PostListFile(Path).Check());

        Assert.Contains(where, told.Message);
        Assert.Contains(what, told.Message);
    }

    [Fact]
    public void Check_ManyWrongLines_TellsTheFirstTwentyAndHowManyMore()
    {
        File.WriteAllText(Path, "settlement_number,amount\n" + string.Concat(Enumerable.Repeat("1,1\n", 30)));

        var told = Assert.Throws<UsageException>(() => new PostListFile(Path).Check());

        Assert.Contains("line 21", told.Message);
        Assert.DoesNotContain("line 22", told.Message);
        Assert.Contains("and 10 more", told.Message);
    }

    private static string Filled(string text) => text.Replace("{1}", First, StringComparison.Ordinal)
        .Replace("{2}", Second, StringComparison.Ordinal);
}
