using Gateway.Clearance;
using Gateway.Testing.Clearances;

namespace Gateway.IntegrationTests.Clearances.Verifier;

/// <summary>Every verdict, as the page shows it.</summary>
public sealed class VerdictTests : IDisposable
{
    private static readonly DateTimeOffset Now = ClearanceParties.Now;

    private readonly OfflinePage _page = new();

    public static TheoryData<string, string, double, string, string> Cases => new()
    {
        { "genuine", "", 0, "GENUINE", "صحيحة وسارية" },
        { "genuine", "REVOCATION_LIST_OUTDATED", 2, "GENUINE_REVOCATION_UNKNOWN", "صحيحة، ولم يتم التحقق من الإلغاء" },
        { "genuine", "EXPIRED", 30, "EXPIRED", "منتهية الصلاحية" },
        { "genuine", "TRUST_LIST_OUTDATED", 91, "TRUST_OUTDATED", "قائمة الثقة منتهية" },
        { "genuine", "CLOCK_BEFORE_TRUST_LIST", -0.5, "CLOCK_WRONG", "ساعة الجهاز غير مضبوطة" },
        { "revoked", "REVOKED", 0, "REVOKED", "ملغاة" },
        { "superseded", "SUPERSEDED", 0, "SUPERSEDED", "استبدلت بورقة أخرى" },
        { "altered", "SIGNATURE_WRONG", 0, "FORGED", "مزورة أو معدلة" },
        { "strange", "KEY_UNKNOWN", 0, "FORGED", "مزورة أو معدلة" },
        { "other", "PREFIX_MISSING", 0, "NOT_A_CERTIFICATE", "ليست شهادة" },
    };

    [BrowserTheory]
    [MemberData(nameof(Cases))]
    public async Task Code_HasItsVerdictInLargeLetters(
        string code, string reason, double days, string verdict, string title)
    {
        var (revoked, superseded) = (SomeCredential.Claims(), SomeCredential.Licence());
        var page = await _page.MakeCurrentAsync((revoked.Id, RevokedAs.Revoked), (superseded.Id, RevokedAs.Superseded));
        using var strangers = new ClearanceParties();
        var text = code switch
        {
            "revoked" => _page.Parties.Issue(revoked, SomeCredential.Holder()),
            "superseded" => _page.Parties.Issue(superseded, SomeCredential.LicenceHolder()),
            "altered" => Altered(_page.Parties.Issue(SomeCredential.Claims())),
            "strange" => strangers.Issue(SomeCredential.Claims()),
            "other" => "https://example.org/",
            _ => _page.Parties.Issue(SomeCredential.OldPlate(), SomeCredential.Holder()),
        };

        var seen = await Browser.VisitAsync(
            _page.Folder,
            new Visit(page, Step.Paste(text) with { Screenshot = $"{verdict}-{reason}-ar" })
            {
                Now = Now.AddDays(days),
                IsDark = code == "revoked",
            });

        Assert.Equal((verdict, reason), (seen[0].Verdict, seen[0].Reason));
        Assert.Contains(title, seen[0].Text, StringComparison.Ordinal);
        Assert.Equal("rtl", seen[0].Direction);
        var isRead = verdict is not ("FORGED" or "NOT_A_CERTIFICATE" or "TRUST_OUTDATED" or "CLOCK_WRONG");
        Assert.Equal(isRead, seen[0].Text.Contains(SomeCredential.Number, StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GenuineCode_ShowsEveryValueInBothLanguages(bool isEnglish)
    {
        var page = await _page.MakeCurrentAsync();
        var claims = SomeCredential.OldPlate();
        var code = _page.Parties.Issue(claims, SomeCredential.Holder());

        var seen = await Browser.VisitAsync(_page.Folder, new Visit(
            page,
            Step.Look() with { Screenshot = $"start-{(isEnglish ? "en" : "ar")}" },
            Step.Paste(code) with { Screenshot = $"values-{(isEnglish ? "en" : "ar")}" })
        {
            IsEnglish = isEnglish,
            IsWide = true,
        });

        string[] values =
        [
            claims.Subject, claims.SheetSerial, claims.CertificateNumber, claims.BranchCode, claims.Id.ToString(), "EG",
            "2026-07-31 15:00", "2026-08-30 15:00", "2026-08-01 15:00",
            .. isEnglish
                ? ["GENUINE", "Taxi", "Giza", "Vehicle", "No fine outstanding", "Encrypted in the code"]
                : (string[])["صحيحة وسارية", "أجرة", "الجيزة", "مركبة", "لا توجد مخالفات مستحقة", "مشفرة في الرمز"],
        ];
        Assert.All(values, value => Assert.Contains(value, seen[1].Text, StringComparison.Ordinal));
        Assert.Equal(isEnglish ? "ltr" : "rtl", seen[1].Direction);
        Assert.DoesNotContain("سارة", seen[1].Text, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task GenuineCode_OnAnotherPaper_DoesNotCount()
    {
        var page = await _page.MakeCurrentAsync();
        var code = _page.Parties.Issue(SomeCredential.Claims(), SomeCredential.Holder());

        var seen = await Browser.VisitAsync(_page.Folder, new Visit(
            page,
            Step.Paste(code),
            Step.Press("button.differs") with { Screenshot = "paper-differs" }));

        Assert.Equal(["GENUINE", "PAPER_DIFFERS"], seen.Select(sight => sight.Verdict));
        Assert.Contains("الورقة غير مطابقة", seen[1].Text, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Code_WithoutATrustList_CannotBeChecked()
    {
        var page = await _page.MakeAsync();
        var code = _page.Parties.Issue(SomeCredential.Claims());

        var seen = await Browser.VisitAsync(_page.Folder, new Visit(page, Step.Paste(code)));

        Assert.Equal(("CANNOT_CHECK", "TRUST_LIST_MISSING"), (seen[0].Verdict, seen[0].Reason));
    }

    [BrowserTheory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task LongestValues_FitAPhone(bool isEnglish, bool isDark)
    {
        var page = await _page.MakeCurrentAsync();
        var claims = SomeCredential.Claims() with { Subject = "س ص ط 9999", SheetSerial = "WWWW-WWWW-WWWW-WWWWW" };

        var seen = await Browser.VisitAsync(_page.Folder, new Visit(
            page,
            Step.Look() with { Screenshot = $"start-phone-{(isEnglish ? "en-dark" : "ar")}" },
            Step.Paste(_page.Parties.Issue(claims)) with { Screenshot = $"long-{(isEnglish ? "en-dark" : "ar")}" })
        {
            IsEnglish = isEnglish,
            IsDark = isDark,
        });

        Assert.Equal("GENUINE", seen[1].Verdict);
    }

    /// <inheritdoc/>
    public void Dispose() => _page.Dispose();

    // The last pair of characters stands for bytes of the signature.
    private static string Altered(string code) => code[..^2] + (code[^2] == '0' ? "10" : "00");
}
