using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Sms;

namespace Gateway.UnitTests.Server.Sms;

public sealed class SmsTextsTests
{
    public static TheoryData<AppealStage, AppealResult?, SmsLanguage, long> EveryText()
    {
        var data = new TheoryData<AppealStage, AppealResult?, SmsLanguage, long>();
        foreach (var stage in Enum.GetValues<AppealStage>())
        {
            AppealResult?[] results = stage == AppealStage.Decided
                ? [null, AppealResult.Accepted, AppealResult.PartiallyAccepted, AppealResult.Rejected]
                : [null];
            foreach (var result in results)
            {
                foreach (var language in Enum.GetValues<SmsLanguage>())
                {
                    data.Add(stage, result, language, 0);
                    data.Add(stage, result, language, 999_999_999_999);
                }
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryText))]
    public void Of_AnyStage_TakesTwoSegmentsAtMostAndNamesTheAppeal(
        AppealStage stage, AppealResult? result, SmsLanguage language, long refund)
    {
        var text = SmsTexts.Of(Due(stage, result, language, refund));

        Assert.InRange(SmsSegments.In(language, text), 1, SmsTexts.MaxSegments);
        Assert.Contains("261123123456784", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, char.IsControl);
        Assert.Equal(
            stage == AppealStage.Decided && refund > 0,
            text.Contains("9999999999.99", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_EveryText_IsAnother()
    {
        var texts = EveryText()
            .Select(row => SmsTexts.Of(Due((AppealStage)row[0], (AppealResult?)row[1], (SmsLanguage)row[2], 0)))
            .Distinct();

        Assert.Equal(2 * (5 + 4), texts.Count());
    }

    private static SmsDue Due(AppealStage stage, AppealResult? result, SmsLanguage language, long refund) => new()
    {
        Id = 1,
        AppealNumber = "261123123456784",
        Sequence = 1,
        Stage = stage,
        Result = result,
        Number = MobileNumber.FromStored("+201012345678"),
        Language = language,
        Attempts = 0,
        ItemCount = 1000,
        RefundTotal = Money.FromPiastres(refund),
    };
}
