using System.Globalization;
using System.Net;
using System.Text;
using Gateway.Domain;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Gateway.Server.Sms.Kannel;

/// <summary>
/// Gives messages to the smsbox of a Kannel SMS gateway, each with one POST: number and text stand in no address that a
/// proxy might log, and a POST whose connection breaks is not sent again by the HTTP client. Thread-safe.
/// </summary>
/// <param name="clients">Makes the HTTP client; see <see cref="KannelServices"/>.</param>
/// <param name="options">Where Kannel is.</param>
/// <param name="time">The clock.</param>
internal sealed class KannelProvider(IHttpClientFactory clients, KannelOptions options, TimeProvider time)
    : ISmsProvider
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "kannel";

    private const int MaxAnswerBytes = 256;

    // Kannel's conditions: delivered 1, undelivered 2, queued 4, accepted by the network 8, rejected by it 16.
    private const string ReportMask = "31";

    private readonly Uri _url = new(options.Url);
    private readonly string _password = options.ReadPassword();
    private readonly string _reportUrl = options.ReportUrl + (options.ReportUrl.Contains('?') ? "&" : "?");

    /// <inheritdoc />
    public string Name => "Kannel";

    /// <inheritdoc />
    public async Task<SmsSending> SendAsync(SmsMessageOut message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            using var request = Request(message);
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

            // The status says it all: whatever happens to the rest of the answer, Kannel has the message.
            return response.StatusCode == HttpStatusCode.Accepted
                ? new SmsSending(SmsSendingOutcome.Sent)
                : KannelAnswer.Read(response.StatusCode, await ReadAsync(response, cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or ExecutionRejectedException)
        {
            return new SmsSending(SmsSendingOutcome.TryAgain, Failure: Failure(exception));
        }
    }

    private HttpRequestMessage Request(SmsMessageOut message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _url)
        {
            Content = new StringContent(message.Text, Encoding.UTF8, "text/plain"),
        };
        request.Headers.Add("X-Kannel-Username", options.Username);
        request.Headers.Add("X-Kannel-Password", _password);
        request.Headers.Add("X-Kannel-From", options.From);
        request.Headers.Add("X-Kannel-To", message.Number.Value);
        request.Headers.Add("X-Kannel-Coding", message.Language == SmsLanguage.Arabic ? "2" : "0");
        request.Headers.Add("X-Kannel-DLR-Mask", ReportMask);
        // Kannel fills in the type of the report and the network's identifier of the message.
        request.Headers.Add("X-Kannel-DLR-URL", $"{_reportUrl}token={message.Token}&type=%d&id=%F");
        return request;
    }

    private async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var answer = new byte[MaxAnswerBytes];
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            var length = await body.ReadAtLeastAsync(
                answer, answer.Length, throwOnEndOfStream: false, either.Token);
            return Encoding.Latin1.GetString(answer, 0, length);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return "";
        }
    }

    private static string Failure(Exception exception) => exception switch
    {
        TimeoutRejectedException => "kannel: no answer in time",
        BrokenCircuitException => "kannel: not asked, it failed too often just now",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "kannel: cannot be reached",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "kannel: no whole answer",
        HttpRequestException http => string.Create(CultureInfo.InvariantCulture, $"kannel: {http.HttpRequestError}"),
        _ => $"kannel: {exception.GetType().Name}",
    };
}
