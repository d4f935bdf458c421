using System.Globalization;
using Gateway.Clearance;
using Gateway.Domain;
using Gateway.Server.Receipts;

namespace Gateway.Server.Clearances.Page;

/// <summary>Writes what stands on the page of a certificate.</summary>
internal static class PageContent
{
    /// <summary>The page for the current sheet.</summary>
    public static ClearancePage Of(ClearanceView view, BusinessCalendar calendar, bool isSample)
    {
        var details = view.Certificate.Details;
        var sheet = view.Sheets[^1].Details;
        var isVehicle = view.Subject.Subject is VehiclePlate;
        var rows = new List<PageRow>(SubjectRows(view.Subject.Subject))
        {
            new(isVehicle ? PageWords.VehicleHolder : PageWords.LicenceHolder, details.HolderName.Value),
        };
        if (details.HolderNationalId is { } id)
            rows.Add(new PageRow(PageWords.NationalId, id.ToString()));
        rows.Add(new PageRow(PageWords.AsOf, Moment(calendar.LocalTime(details.AsOfTime))));
        rows.Add(new PageRow(PageWords.ValidUntil, Moment(calendar.LocalTime(details.ExpireTime))));
        rows.Add(new PageRow(PageWords.Branch, details.BranchCode));
        rows.Add(new PageRow(PageWords.Sheet, sheet.SheetSerial));
        return new ClearancePage(
            details.CertificateNumber, rows, calendar.LocalTime(details.AsOfTime), sheet.QrText, isSample);
    }

    private static IEnumerable<PageRow> SubjectRows(Subject subject)
    {
        if (subject is VehiclePlate plate)
        {
            yield return new PageRow(PageWords.Plate, ClearanceSubject.Of(plate));
            yield return new PageRow(PageWords.VehicleClass, Both(ReceiptWords.Of(plate.Kind)));
            if (Governorates.Find(plate.GovernorateCode) is { } governorate)
                yield return new PageRow(
                    ReceiptWords.Governorate, Both(new Bilingual(governorate.NameAr, governorate.NameEn)));
            yield break;
        }

        var licence = (DrivingLicence)subject;
        yield return new PageRow(PageWords.Licence, Masked(licence));
        yield return new PageRow(ReceiptWords.TrafficUnit, licence.TrafficUnitCode);
    }

    private static string Both(Bilingual words) => words.Ar == words.En ? words.Ar : $"{words.Ar} / {words.En}";

    private static string Masked(DrivingLicence licence)
    {
        var shown = ClearanceSubject.Of(licence);
        return new string('*', licence.LicenceNumber.Length - shown.Length) + shown;
    }

    private static string Moment(DateTime moment) => moment.ToString("yyyy-MM-dd  HH:mm", CultureInfo.InvariantCulture);
}
