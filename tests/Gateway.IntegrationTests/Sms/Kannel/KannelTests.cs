using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;
using Xunit.Abstractions;

namespace Gateway.IntegrationTests.Sms.Kannel;

/// <summary>From the change of a stage to the telephone and back, through a real Kannel.</summary>
public sealed class KannelTests(ITestOutputHelper output)
{
    [ToolFact(KannelUnderTest.Bearerbox, KannelUnderTest.Smsbox, KannelUnderTest.FakeSmsc)]
    public async Task Stages_InArabicAndEnglish_ArriveWordForWordAndAreReportedDelivered()
    {
        await using var bench = await KannelBench.StartAsync(withSampleData: true);
        await bench.Kannel.StartAsync();
        var gateway = bench.Gateway;
        var (counter, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var fines = await Some.OutstandingAsync(counter);
        await counter.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines[0]));
        var inArabic = SomeAppeal.Partial(null, fines[0].FineNumber, fines[1].FineNumber);
        (inArabic.Appellant.SmsLanguage, inArabic.Appellant.MobileNumber) = (SmsLanguage.Ar, "01112345678");
        var inEnglish = SomeAppeal.Partial(null, fines[2].FineNumber);

        var first = await SomeAppeal.AtAsync(AppealStage.UnderReview, counter, reviewer, inArabic);
        var decided = await reviewer.Reviews.DecideAppealAsync(SomeAppeal.Decide(first, AppealDecision.Cancelled));
        var second = await SomeAppeal.AtAsync(AppealStage.DocumentsRequested, counter, reviewer, inEnglish);
        await bench.DeliveredAsync(8);

        Assert.Equal(AppealResult.Accepted, decided.Appeal.Result);
        Assert.Equal(
            [
                $"تم تسجيل تظلمكم رقم {first.AppealNumber} لدى نيابة المرور. عدد المخالفات: 2. "
                    + "ستصلكم رسالة عند كل مرحلة.",
                $"استلمت نيابة المرور تظلمكم رقم {first.AppealNumber}.",
                $"تظلمكم رقم {first.AppealNumber} قيد الفحص لدى نيابة المرور.",
                $"قررت نيابة المرور قبول تظلمكم رقم {first.AppealNumber}. "
                    + "لكم 315.00 جنيه تصرف من أي مكتب بريد ببطاقة الرقم القومي.",
            ],
            bench.Texts("+201112345678"));
        Assert.Equal(
            [
                $"Your appeal {second.AppealNumber} was registered with the traffic prosecution. Fines: 1. "
                    + "You will get an SMS at every stage.",
                $"The traffic prosecution has received your appeal {second.AppealNumber}.",
                $"Your appeal {second.AppealNumber} is under review by the traffic prosecution.",
                $"The traffic prosecution asks for documents for your appeal {second.AppealNumber}. "
                    + "Please go to any post office to learn which, and to hand them in.",
            ],
            bench.Texts("+201012345678"));
        Assert.All(bench.Kannel.Received, sms => Assert.Equal("Niaba", sms.Sender));
        var asked = await counter.Appeals.GetAppealAsync(SomeAppeal.Get(second.AppealNumber));
        Assert.All(asked.Appeal.Events, stage => Assert.Equal(SmsState.Delivered, stage.Sms.State));
        Assert.DoesNotContain(gateway.Log.Lines, line => line.Contains("1012345678", StringComparison.Ordinal));
    }

    [ToolFact(KannelUnderTest.Bearerbox, KannelUnderTest.Smsbox, KannelUnderTest.FakeSmsc)]
    public async Task Kannel_DownForAWhile_LosesNothingAndKeepsTheOrderOfEachAppeal()
    {
        const int count = 10;
        await using var bench = await KannelBench.StartAsync();
        await bench.AddAppealsAsync(count);
        await bench.MoveAllAsync(count, Domain.AppealStage.Received, Domain.AppealStage.UnderReview);
        await bench.TriedAsync(count);

        await bench.Kannel.StartAsync();
        await bench.DeliveredAsync(count * 3);
        await bench.Kannel.KillAsync();
        await bench.MoveAllAsync(count, Domain.AppealStage.DocumentsRequested);
        await bench.TriedAsync(count);
        await bench.Kannel.StartAsync();
        await bench.DeliveredAsync(count * 4);

        Assert.Equal(count * 4, bench.Kannel.Received.Count);
        bench.AssertInOrder(count);
    }

    [ToolFact(KannelUnderTest.Bearerbox, KannelUnderTest.Smsbox, KannelUnderTest.FakeSmsc)]
    public async Task Kannel_KilledWhileItSends_LosesNothing()
    {
        const int count = 500;
        await using var bench = await KannelBench.StartAsync();
        await bench.Kannel.StartAsync();
        await bench.AddAppealsAsync(count);
        await bench.Kannel.ReceivedAsync(10);

        await bench.Kannel.KillAsync();
        var before = bench.Kannel.Received.Count;
        await bench.Kannel.StartAsync();
        await Until.SoAsync(
            () => bench.Kannel.Received.Select(sms => sms.Text).Distinct().Count() == count, "every text");

        Assert.InRange(before, 10, count - 1);
        output.WriteLine($"{before} before, {bench.Kannel.Received.Count - count} twice");
        Assert.Equal(
            bench.Gateway.Database.Lines("SELECT sms_text FROM appeal_event").Order(StringComparer.Ordinal),
            bench.Kannel.Received.Select(sms => sms.Text).Distinct().Order(StringComparer.Ordinal));
    }

    [ToolFact("sqlite3", KannelUnderTest.Bearerbox, KannelUnderTest.Smsbox, KannelUnderTest.FakeSmsc)]
    public async Task Stage_ChangedInTheDatabaseByAnotherProgram_IsOneSmsAndASkippedStageNone()
    {
        await using var bench = await KannelBench.StartAsync();
        await bench.Kannel.StartAsync();
        await bench.AddAppealsAsync(1);
        await bench.DeliveredAsync(1);

        var moved = await SqliteAsync(bench.Gateway, "UPDATE appeal SET stage = 2");
        await bench.DeliveredAsync(2);
        var skipped = await SqliteAsync(bench.Gateway, "UPDATE appeal SET stage = 5");
        var again = await SqliteAsync(bench.Gateway, "UPDATE appeal SET stage = 3, stage_actor = 'clerk 7'");
        await bench.DeliveredAsync(3);

        Assert.Equal((0, 0), (moved.ExitCode, again.ExitCode));
        Assert.NotEqual(0, skipped.ExitCode);
        Assert.Contains("appeal_stage_move", skipped.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["1|1|spiffe://post.gov.eg/branch/00001", "2|2|database", "3|3|clerk 7"],
            bench.Gateway.Database.Lines("SELECT sequence, stage, actor FROM appeal_event ORDER BY sequence"));
        Assert.Equal(3, bench.Kannel.Received.Count);
        bench.AssertInOrder(1);
    }

    private static Task<ToolRun> SqliteAsync(TestGateway gateway, string sql)
    {
        var file = ((SqliteTestDatabase)gateway.Database).Options.Path;
        return ToolRun.RunAsync("sqlite3", ["-bail", "-cmd", ".timeout 10000", file, sql]);
    }
}
