using System.Net;
using System.Net.Sockets;
using Gateway.Domain;
using Gateway.Server.Sms;

namespace Gateway.UnitTests.Server.Sms.Kannel;

public sealed class KannelProviderTests
{
    private const int MaxFailure = 100;

    [Fact]
    public async Task Send_InArabic_PostsTheTextAsItIsAndNothingInTheAddress()
    {
        await using var smsbox = new SmsboxListener(SmsboxListener.Answer("202 Accepted", "0: Accepted for delivery"));
        await using var bench = new KannelBench(smsbox.Url);

        var sending = await bench.Provider.SendAsync(
            KannelBench.Message(SmsLanguage.Arabic, "استلمت نيابة المرور تظلمكم رقم 17."), default);

        Assert.Equal(new SmsSending(SmsSendingOutcome.Sent), sending);
        var lines = Assert.Single(smsbox.Requests).Split("\r\n");
        Assert.Equal("POST /cgi-bin/sendsms HTTP/1.1", lines[0]);
        Assert.Equal("استلمت نيابة المرور تظلمكم رقم 17.", lines[^1]);
        foreach (var header in new[]
            {
                "X-Kannel-Username: traffic",
                "X-Kannel-Password: a secret",
                "X-Kannel-From: Niaba",
                "X-Kannel-To: +201012345678",
                "X-Kannel-Coding: 2",
                "X-Kannel-DLR-Mask: 31",
                "X-Kannel-DLR-URL: "
                    + "http://127.0.0.1:5480/sms/report?token=AbCdEfGh-_AbCdEfGh-_12&type=%d&id=%F",
                "Content-Type: text/plain; charset=utf-8",
            })
            Assert.Contains(header, lines);
    }

    [Fact]
    public async Task Send_InEnglish_AsksForTheGsmAlphabet()
    {
        await using var smsbox = new SmsboxListener(SmsboxListener.Answer("202 Accepted", "0: Accepted for delivery"));
        await using var bench = new KannelBench(smsbox.Url, change: options => options.ReportUrl += "?gateway=1");

        await bench.Provider.SendAsync(KannelBench.Message(), default);

        var lines = Assert.Single(smsbox.Requests).Split("\r\n");
        Assert.Contains("X-Kannel-Coding: 0", lines);
        Assert.Contains(lines, line => line.Contains("/sms/report?gateway=1&token=", StringComparison.Ordinal));
        Assert.Equal("Your appeal.", lines[^1]);
    }

    [Theory]
    [InlineData("202 Accepted", "0: Accepted for delivery", nameof(SmsSendingOutcome.Sent))]
    [InlineData("202 Accepted", "3: Queued for later delivery", nameof(SmsSendingOutcome.Sent))]
    [InlineData("202 Accepted", "Sent. Message splits: 2", nameof(SmsSendingOutcome.Sent))]
    [InlineData("503 Service Unavailable", "Temporal failure, try again later.", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("500 Internal Server Error", "Sending failed.", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("403 Forbidden", "Authorization failed for sendsms", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("403 Forbidden", "Not routable. Do not try again.", nameof(SmsSendingOutcome.Refused))]
    [InlineData("400 Bad Request", "Number(s) has/have been denied by white- and/or black-lists.",
        nameof(SmsSendingOutcome.Refused))]
    [InlineData("400 Bad Request", "Charset or body misformed, rejected", nameof(SmsSendingOutcome.Refused))]
    [InlineData("400 Bad Request", "Empty text not allowed, rejected", nameof(SmsSendingOutcome.Refused))]
    [InlineData("400 Bad Request", "Sender missing and no global set, rejected", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("400 Bad Request", "DLR-URL field misformed, rejected", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("400 Bad Request", "no words of Kannel about +201012345678", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("404 Not Found", "Unknown request.", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("302 Found", "", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("200 OK", "<html>a page of somebody else", nameof(SmsSendingOutcome.TryAgain))]
    public async Task Send_AnsweredSo_IsTakenSo(string status, string text, string outcome)
    {
        await using var smsbox = new SmsboxListener(SmsboxListener.Answer(status, text));
        await using var bench = new KannelBench(smsbox.Url);

        var sending = await bench.Provider.SendAsync(KannelBench.Message(), default);

        Assert.Equal(outcome, sending.Outcome.ToString());
        Assert.Equal(sending.Outcome == SmsSendingOutcome.Sent, sending.Failure is null);
        AssertFit(sending.Failure);
        Assert.Single(smsbox.Requests);
    }

    [Theory]
    [InlineData("HTTP/1.1 202 Accepted\r\nContent-Length: 24\r\n\r\n0: Accep", nameof(SmsSendingOutcome.Sent))]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 31\r\n\r\nNot rout", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("HTTP/1.1 202 Acc", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("", nameof(SmsSendingOutcome.TryAgain))]
    [InlineData("no HTTP\r\n\r\n", nameof(SmsSendingOutcome.TryAgain))]
    public async Task Send_AnsweredByHalf_IsNotSentAgainByTheClient(string answer, string outcome)
    {
        await using var smsbox = new SmsboxListener(answer);
        await using var bench = new KannelBench(smsbox.Url);

        var sending = await bench.Provider.SendAsync(KannelBench.Message(), default);

        Assert.Equal(outcome, sending.Outcome.ToString());
        AssertFit(sending.Failure);
        Assert.Single(smsbox.Requests);
    }

    [Fact]
    public async Task Send_OnAConnectionThatBreaksAtItsSecondMessage_IsNotSentAgainByTheClient()
    {
        await using var smsbox = new SmsboxListener(
            SmsboxListener.Answer("202 Accepted", "0: Accepted for delivery"), "");
        await using var bench = new KannelBench(smsbox.Url);

        var first = await bench.Provider.SendAsync(KannelBench.Message(), default);
        var second = await bench.Provider.SendAsync(KannelBench.Message(), default);

        Assert.Equal((SmsSendingOutcome.Sent, SmsSendingOutcome.TryAgain), (first.Outcome, second.Outcome));
        Assert.Equal(2, smsbox.Requests.Count);
        Assert.Equal(1, smsbox.Connections);
    }

    [Fact]
    public async Task Send_NotAnswered_IsTriedAgainLaterAndWasAskedOnce()
    {
        await using var smsbox = new SmsboxListener([null]);
        await using var bench = new KannelBench(smsbox.Url, TimeSpan.FromMilliseconds(300));

        var sending = await bench.Provider.SendAsync(KannelBench.Message(), default);

        Assert.Equal(new SmsSending(SmsSendingOutcome.TryAgain, Failure: "kannel: no answer in time"), sending);
        Assert.Single(smsbox.Requests);
    }

    [Fact]
    public async Task Send_NoBodyListening_IsTriedAgainLater()
    {
        await using var bench = new KannelBench($"http://127.0.0.1:{ClosedPort()}/cgi-bin/sendsms");

        var sending = await bench.Provider.SendAsync(KannelBench.Message(), default);

        Assert.Equal(new SmsSending(SmsSendingOutcome.TryAgain, Failure: "kannel: cannot be reached"), sending);
    }

    [Fact]
    public async Task Send_AfterManyFailures_IsNotEvenAskedForAWhile()
    {
        var busy = SmsboxListener.Answer("503 Service Unavailable", "Temporal failure, try again later.");
        await using var smsbox = new SmsboxListener([.. Enumerable.Repeat(busy, 21)]);
        await using var bench = new KannelBench(smsbox.Url);
        for (var n = 0; n < 20; n++)
            await bench.Provider.SendAsync(KannelBench.Message(), default);

        var sending = await bench.Provider.SendAsync(KannelBench.Message(), default);

        Assert.Equal("kannel: not asked, it failed too often just now", sending.Failure);
        Assert.Equal(20, smsbox.Requests.Count);
    }

    [Fact]
    public async Task Send_Cancelled_Throws()
    {
        await using var smsbox = new SmsboxListener([null]);
        await using var bench = new KannelBench(smsbox.Url);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var sending = bench.Provider.SendAsync(KannelBench.Message(), cancelled.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Send_WhateverBecomesOfIt_LogsNeitherNumberNorTextNorToken()
    {
        string?[] answers =
        [
            SmsboxListener.Answer("202 Accepted", "0: Accepted for delivery"),
            SmsboxListener.Answer("403 Forbidden", "Authorization failed for sendsms"),
            "",
            null,
        ];
        var lines = new List<string>();

        foreach (var answer in answers)
        {
            await using var smsbox = new SmsboxListener(answer);
            await using var bench = new KannelBench(smsbox.Url, TimeSpan.FromMilliseconds(300));
            await bench.Provider.SendAsync(KannelBench.Message(), default);
            lines.AddRange(bench.Log.Lines);
        }

        foreach (var secret in new[] { "1012345678", "Your appeal", "AbCdEfGh", "a secret" })
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    private static void AssertFit(string? failure)
    {
        Assert.InRange(failure?.Length ?? 0, 0, MaxFailure);
        Assert.DoesNotContain(failure ?? "", c => c is < ' ' or > '~');
        Assert.DoesNotContain("1012345678", failure ?? "", StringComparison.Ordinal);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
