using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Sms.Kannel;
using Gateway.Testing.Databases;
using Microsoft.AspNetCore.Http;

namespace Gateway.UnitTests.Server.Sms.Kannel;

public sealed class KannelReportsTests : IDisposable
{
    private const string Token = "AbCdEfGh-_AbCdEfGh-_12";
    private const int Sent = (int)SmsState.Sent;
    private const int Delivered = (int)SmsState.Delivered;
    private const int Failed = (int)SmsState.Failed;

    private readonly TestDatabase _test = TestDatabase.Create(TestDialect.Sqlite);

    [Theory]
    [InlineData("1", 200, Delivered)]
    [InlineData("2", 200, Failed)]
    [InlineData("16", 200, Failed)]
    [InlineData("8", 200, Sent)]
    [InlineData("4", 200, Sent)]
    [InlineData("0", 400, Sent)]
    [InlineData("%d", 400, Sent)]
    [InlineData("", 400, Sent)]
    public async Task Report_OfEachType_IsTakenSo(string type, int status, int state)
    {
        await AddSentAsync();

        var answered = await AskAsync($"?token={Token}&type={Uri.EscapeDataString(type)}&id=abc-1");

        Assert.Equal(status, answered);
        Assert.Equal(state, StateOfSms());
        Assert.Equal(state == Sent ? "" : "abc-1", _test.Lines("SELECT sms_provider_id FROM appeal_event").Single());
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("?type=1", 400)]
    [InlineData("?token=&type=1", 400)]
    [InlineData("?token=a&token=b&type=1", 400)]
    [InlineData("?token=" + Token + "&type=1&type=2", 400)]
    [InlineData("?token=AbCdEfGh-_AbCdEfGh-_13&type=1", 404)]
    [InlineData("?token=abcdefgh-_abcdefgh-_12&type=1", 404)]
    [InlineData("?token=AbCdEfGh-_AbCdEfGh-_12%27--&type=2", 404)]
    public async Task Report_ThatIsNoneOrOfNoMessage_ChangesNothing(string query, int status)
    {
        await AddSentAsync();

        var answered = await AskAsync(query);

        Assert.Equal(status, answered);
        Assert.Equal(Sent, StateOfSms());
    }

    [Fact]
    public async Task Report_WithATokenLongerThanAny_IsOfNoMessage()
    {
        Assert.Equal(404, await AskAsync($"?token={new string('a', 5000)}&type=1"));
    }

    [Theory]
    [InlineData("ت")]
    [InlineData("a b")]
    [InlineData("")]
    public async Task Report_WithAnIdThatCannotBeKept_IsTakenWithoutIt(string id)
    {
        await AddSentAsync();

        var answered = await AskAsync($"?token={Token}&type=1&id={Uri.EscapeDataString(id)}");

        Assert.Equal(200, answered);
        Assert.Equal("", _test.Lines("SELECT sms_provider_id FROM appeal_event").Single());
        Assert.Equal(Delivered, StateOfSms());
    }

    [Fact]
    public async Task Report_WhileTheDatabaseIsAway_IsAskedForAgain()
    {
        await AddSentAsync();
        var database = _test.Open(_ => throw new DatabaseUnavailableException());

        var answered = await AskAsync($"?token={Token}&type=1", database);

        Assert.Equal(503, answered);
        Assert.Equal(Sent, StateOfSms());
    }

    public void Dispose() => _test.Dispose();

    private async Task AddSentAsync()
    {
        _test.Insert("vehicle", 1, "سجد", "5678", 1, "", "أحمد علي", null);
        await AppealRows.AddAsync(_test.Database, 1, TimeProvider.System.GetUtcNow());
        _test.Execute("UPDATE appeal_event SET sms_state = 2, sms_token = @p0", Token);
    }

    private long StateOfSms() => _test.Number("SELECT sms_state FROM appeal_event");

    private async Task<int> AskAsync(string query, IProsecutionDatabase? database = null)
    {
        var http = new DefaultHttpContext { Request = { QueryString = new QueryString(query) } };
        await new KannelReports(database ?? _test.Database, TimeProvider.System).AnswerAsync(http);
        return http.Response.StatusCode;
    }
}
