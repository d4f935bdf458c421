using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;

namespace Gateway.Server.TimeStamps;

/// <summary>Asks one time-stamp authority (RFC 3161, section 3.4). Thread-safe.</summary>
/// <param name="options">Where it is, and what is taken from it.</param>
/// <param name="roots">The certificates in its files.</param>
/// <param name="http">Buffers no more than an answer may have; follows no redirection.</param>
/// <param name="time">The gateway's clock, which the authority's is compared with.</param>
internal sealed class TimeStampAuthority(
    TimeStampAuthorityOptions options, IReadOnlyList<X509Certificate2> roots, HttpClient http, TimeProvider time)
{
    /// <summary>Largest answer, in bytes; a token with a whole chain has some 6 KiB.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    private const string QueryType = "application/timestamp-query";
    private const string ReplyType = "application/timestamp-reply";

    private readonly TimeStampVerifier _verifier = new([.. roots]);
    private readonly Uri _address = new(options.Url);

    /// <summary>Its host and port, for logs and metrics.</summary>
    public string Name => _address.Authority;

    /// <summary>The certificates that its own has to lead to.</summary>
    public IReadOnlyList<X509Certificate2> Roots => roots;

    /// <summary>Asks for a time stamp over bytes, and checks all of the answer.</summary>
    /// <exception cref="AuthorityException">It gave none that counts.</exception>
    public async Task<ObtainedStamp> AskAsync(byte[] data, CancellationToken cancellationToken)
    {
        var query = new TimeStampQuery(data, options.Policies);
        var sent = time.GetUtcNow();
        var answer = await SendAsync(query.ToBytes(), cancellationToken);
        var received = time.GetUtcNow();
        try
        {
            return ObtainedStamp.Between(query.Check(answer, _verifier), sent, received);
        }
        catch (TimeStampException e)
        {
            throw new AuthorityException(e.Check.ToString(), e.Message, e);
        }
    }

    private async Task<byte[]> SendAsync(byte[] query, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var content = new ByteArrayContent(query);
        content.Headers.ContentType = new MediaTypeHeaderValue(QueryType);
        try
        {
            using var response = await http.PostAsync(_address, content, either.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new AuthorityException("HttpStatus", $"It answered with status {(int)response.StatusCode}.");
            if (response.Content.Headers.ContentType?.MediaType != ReplyType)
                throw new AuthorityException("ContentType", $"Its answer is not {ReplyType}.");
            return await response.Content.ReadAsByteArrayAsync(either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AuthorityException("Timeout", $"It did not answer within {options.Timeout}.", e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new AuthorityException("TooLarge", $"Its answer is larger than {MaxAnswerBytes} bytes.", e);
        }
        catch (HttpRequestException e)
        {
            throw new AuthorityException("Unreachable", $"It cannot be asked ({e.HttpRequestError}).", e);
        }
    }
}
