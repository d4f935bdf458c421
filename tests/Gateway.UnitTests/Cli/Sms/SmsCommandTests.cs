using System.Text.Json.Nodes;
using Gateway.Cli.Invocation;
using Gateway.Domain;
using Gateway.Server.Sms;
using Gateway.Server.Sms.Spool;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Cli.Sms;

public sealed class SmsCommandTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gateway-cli-sms-");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    private string File => Path.Combine(_folder.FullName, "prosecution.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task List_OfTheSpool_ShowsTextAndHidesTheNumber()
    {
        var spool = new SpoolProvider(Path.Combine(_folder.FullName, "sms"), TimeProvider.System);
        var message = new SmsMessageOut(
            MobileNumber.FromStored("+201012345678"), "تم تسجيل تظلمكم", SmsLanguage.Arabic, "token", "261123123456784",
            1, 1);
        await spool.SendAsync(message, default);
        await spool.SendAsync(message with { Attempt = 2 }, default);

        var code = await RunAsync("sms", "list", "--data-directory", _folder.FullName);

        Assert.Equal(ExitCodes.Ok, code);
        Assert.Contains("تم تسجيل تظلمكم", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("**********678", _out.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1012345", _out.ToString(), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_folder.FullName, "sms")));
    }

    [Fact]
    public async Task FailedAndResend_OfAnAppeal_ListItAndPutItBack()
    {
        using var database = TestDatabase.CreateIn(_folder.FullName);
        database.Insert("vehicle", 1, "سجد", "5678", 1, "", "أحمد علي", null);
        await AppealRows.AddAsync(database.Database, 2, Now);
        database.Execute("UPDATE appeal_event SET sms_state = 4, sms_failure = 'refused', sms_end_time = @p0", Now);

        var failed = await RunAsync("sms", "failed", "--database", File, "--json");
        var listed = JsonNode.Parse(_out.ToString())!["failed"]!.AsArray();
        var resent = await RunAsync("sms", "resend", AppealRows.AppealNumberOf(2), "--database", File);
        var rest = await RunAsync("sms", "resend", "--all", "--database", File);
        var none = await RunAsync("sms", "failed", "--database", File);

        Assert.Equal(
            (ExitCodes.Refused, ExitCodes.Ok, ExitCodes.Ok, ExitCodes.Ok), (failed, resent, rest, none));
        Assert.Equal(2, listed.Count);
        Assert.Equal("refused", (string?)listed[0]!["failure"]);
        Assert.Equal(2, database.Number("SELECT COUNT(*) FROM appeal_event WHERE sms_state = 1"));
    }

    [Theory]
    [InlineData("sms", "resend")]
    [InlineData("sms", "resend", "261123123456784", "--all")]
    [InlineData("sms", "resend", "261123123456784", "first")]
    public async Task Resend_WrongOptions_EndsWithTwo(params string[] arguments) =>
        Assert.Equal(ExitCodes.Usage, await RunAsync(arguments));

    private Task<int> RunAsync(params string[] arguments) => TrafficGateway.RunAsync(
        arguments,
        new CliEnvironment(_out, _error, false, false, _folder.FullName, TimeProvider.System));
}
