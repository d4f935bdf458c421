using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Fines;

/// <summary>One fine with everything that is known of it.</summary>
internal static class FineSheet
{
    public static void Print(Terminal terminal, GetFineResponse answer)
    {
        var fine = answer.Fine;
        var violation = fine.Violation;
        var range = $"{MoneyText.Of(violation.MinimumAmount)} to {MoneyText.WithCurrency(violation.MaximumAmount)}";
        var number = fine.FineNumber.EscapeMarkup();
        terminal.Out.MarkupLine($"[bold]Fine {number}[/]  as of {TimeText.Of(answer.AsOfTime)}");
        new Sheet()
            .Add("Against", SubjectText.Of(answer.Subject), "ضد")
            .Add("Violation", $"{violation.DescriptionEn} ({violation.Code}, art. {violation.LawArticle})", "المخالفة")
            .Add("", violation.DescriptionAr, "")
            .Add("Recorded", TimeText.Of(fine.ViolationTime), "التاريخ")
            .Add("Place", $"{fine.Place.NameEn} ({fine.Place.GovernorateCode})", "المكان")
            .Add("", fine.Place.NameAr, "")
            .Add("Law allows", range, "الحد القانوني")
            .Add("Amount", MoneyText.WithCurrency(fine.Amount), "الغرامة")
            .Add("Fees", MoneyText.WithCurrency(fine.Fees), "الرسوم")
            .Add("Due", MoneyText.WithCurrency(fine.AmountDue), "المستحق")
            .Add("Status", FineList.StatusText(fine.Status), "الحالة")
            .Print(terminal.Out);
    }
}
