using System.Net;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Sms.Kannel;

/// <summary>What a gateway does for Kannel where none is needed.</summary>
public sealed class KannelGatewayTests
{
    private const string Token = "AbCdEfGh-_AbCdEfGh-_12";

    [Theory]
    [InlineData("?token=" + Token + "&type=1&id=1", HttpStatusCode.NotFound)]
    [InlineData("?token=" + Token + "&type=8&id=1", HttpStatusCode.OK)]
    [InlineData("?token=" + Token, HttpStatusCode.BadRequest)]
    public async Task Report_OnTheOperationsPort_IsAnsweredAndItsTokenNotLogged(string query, HttpStatusCode status)
    {
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings { More = Settings() });
        using var http = new HttpClient { BaseAddress = gateway.OperationsAddress };

        var answer = await http.GetAsync("/sms/report" + query);

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain(gateway.Log.Lines, line => line.Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_WhereKannelDoesNotSend_IsOfNothingKnown()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var http = new HttpClient { BaseAddress = gateway.OperationsAddress };

        var answer = await http.GetAsync($"/sms/report?token={Token}&type=8&id=1");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Start_WithWrongKannelSettings_TellsAllButThePassword()
    {
        var directory = TestFolders.Create();
        try
        {
            var settings = new TestGatewaySettings().ToConfiguration(directory);
            settings["Gateway:Sms:Provider"] = "Kannel";
            settings["Gateway:Sms:Kannel:Url"] = "nowhere";
            settings["Gateway:Sms:Kannel:Password"] = "a secret";
            settings["Gateway:Sms:Kannel:PasswordFile"] = "another secret";

            var run = await GatewayProcess.RunToEndAsync(settings, "Testing");

            Assert.Equal(1, run.ExitCode);
            foreach (var name in new[] { "Url", "ReportUrl", "Username", "From", "Password" })
                Assert.Contains(name + " ", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", run.Error + run.Output, StringComparison.Ordinal);
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    private static Dictionary<string, string?> Settings() => new()
    {
        ["Gateway:Sms:Provider"] = "Kannel",
        ["Gateway:Sms:Enabled"] = "false",
        ["Gateway:Sms:Kannel:Username"] = "traffic",
        ["Gateway:Sms:Kannel:Password"] = "a secret",
        ["Gateway:Sms:Kannel:From"] = "Niaba",
        ["Gateway:Sms:Kannel:ReportUrl"] = "http://127.0.0.1:5480/sms/report",
    };
}
