using System.Globalization;
using System.Text;

namespace Gateway.Evidence;

/// <summary>Writes a statement's line by hand: the bytes are part of the contract and must not follow a library's
/// taste.</summary>
internal ref struct StatementWriter
{
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private readonly Span<byte> _line;
    private int _length;

    private StatementWriter(Span<byte> line) => _line = line;

    /// <summary>Writes a checked statement and returns the line's length in bytes.</summary>
    /// <exception cref="EvidenceException">The line does not fit.</exception>
    internal static int Write(Statement statement, Span<byte> line)
    {
        var writer = new StatementWriter(line);
        writer.Raw("{\"type\":\""u8);
        writer.Raw("traffic-gateway-statement/v1\""u8);
        writer.Text(",\"gateway\":"u8, statement.Gateway);
        writer.Raw(",\"call_id\":\""u8);
        writer.Formatted(statement.CallId, "D");
        writer.Raw("\""u8);
        writer.Text(",\"call_nonce\":"u8, statement.CallNonce);
        writer.Text(",\"method\":"u8, statement.Method);
        writer.Text(",\"caller\":"u8, statement.Caller);
        writer.Text(",\"caller_certificate_sha256\":"u8, statement.CallerCertificateSha256);
        writer.Text(",\"contract_sha256\":"u8, statement.ContractSha256);
        writer.Text(",\"request_sha256\":"u8, statement.RequestSha256);
        writer.Number(",\"request_count\":"u8, statement.RequestCount);
        if (statement.RequestSignatureSha256 is not null)
            writer.Text(",\"request_signature_sha256\":"u8, statement.RequestSignatureSha256);
        writer.Text(",\"response_sha256\":"u8, statement.ResponseSha256);
        writer.Number(",\"response_count\":"u8, statement.ResponseCount);
        writer.Number(",\"status_code\":"u8, statement.StatusCode);
        writer.Text(",\"status_message\":"u8, statement.StatusMessage);
        if (statement.StatusDetailsSha256 is not null)
            writer.Text(",\"status_details_sha256\":"u8, statement.StatusDetailsSha256);
        writer.Raw(",\"complete_time\":\""u8);
        writer.Formatted(statement.CompleteTime.UtcDateTime, TimeFormat);
        writer.Raw("\"}"u8);
        return writer._length;
    }

    private void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    private void Text(ReadOnlySpan<byte> name, string value)
    {
        Raw(name);
        Raw("\""u8);
        if (value.AsSpan().IndexOfAny('"', '\\') < 0)
            Encoding.ASCII.GetBytes(value, Take(value.Length));
        else
            Escaped(value);
        Raw("\""u8);
    }

    // Control characters never get here; so the quotation mark and the backslash are all that JSON wants escaped.
    private void Escaped(string value)
    {
        foreach (var character in value)
        {
            if (character is '"' or '\\')
                Raw("\\"u8);
            Take(1)[0] = (byte)character;
        }
    }

    private void Number(ReadOnlySpan<byte> name, int value)
    {
        Raw(name);
        Formatted(value, default);
    }

    private void Formatted<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        if (!value.TryFormat(_line[_length..], out var written, format, CultureInfo.InvariantCulture))
            throw TooLong();
        _length += written;
    }

    private Span<byte> Take(int length)
    {
        if (length > _line.Length - _length)
            throw TooLong();
        var slice = _line.Slice(_length, length);
        _length += length;
        return slice;
    }

    private readonly EvidenceException TooLong() =>
        new(EvidenceCheck.StatementCanonical, $"Statement refused: it is longer than {_line.Length} bytes.");
}
