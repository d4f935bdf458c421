using System.Globalization;
using Gateway.Server.Clearances.Page;
using Gateway.Server.Receipts;

namespace Gateway.Testing.Clearances;

/// <summary>Pages of vehicles, each with values of its own. Thread-safe.</summary>
internal sealed class SomePages : IDisposable
{
    private const int Codes = 64;
    private static readonly string[] Names =
        ["محمود", "إبراهيم", "السيد", "حجازي", "سارة", "خالد", "يوسف", "منصور", "طارق", "النجار", "شحاتة", "رمضان"];

    private readonly ClearanceParties _parties = new();
    private readonly string[] _codes;

    public SomePages() => _codes = [.. Enumerable.Range(0, Codes)
        .Select(_ => _parties.Issue(SomeCredential.Claims(), SomeCredential.Holder()))];

    /// <summary>The n-th page.</summary>
    public ClearancePage Page(int n)
    {
        var asOf = SomeCredential.AsOfTime.DateTime.AddSeconds(n);
        return new ClearancePage(
            string.Create(CultureInfo.InvariantCulture, $"2607310{n:D8}"),
            [
                new PageRow(PageWords.Plate, string.Create(CultureInfo.InvariantCulture, $"ق ب ل {1000 + (n % 9000)}")),
                new PageRow(PageWords.VehicleClass, "ملاكي / Private"),
                new PageRow(ReceiptWords.Governorate, "الجيزة / Giza"),
                new PageRow(PageWords.VehicleHolder, Name(n)),
                new PageRow(PageWords.NationalId, string.Create(CultureInfo.InvariantCulture, $"292110221{n:D5}")),
                new PageRow(PageWords.AsOf, asOf.ToString("yyyy-MM-dd  HH:mm", CultureInfo.InvariantCulture)),
                new PageRow(
                    PageWords.ValidUntil,
                    asOf.AddDays(30).ToString("yyyy-MM-dd  HH:mm", CultureInfo.InvariantCulture)),
                new PageRow(PageWords.Branch, "00001"),
                new PageRow(PageWords.Sheet, string.Create(CultureInfo.InvariantCulture, $"EG-26-{n:D7}")),
            ],
            asOf,
            _codes[n % _codes.Length],
            IsSample: true);
    }

    /// <inheritdoc />
    public void Dispose() => _parties.Dispose();

    private static string Name(int n) => string.Join(
        ' ', Names[n % 12], Names[n / 12 % 12], Names[n / 144 % 12], Names[n / 1728 % 12]);
}
