using System.Globalization;

namespace Gateway.Evidence;

/// <summary>Reads the one form that <see cref="StatementWriter"/> writes.</summary>
internal static class StatementParser
{
    /// <exception cref="EvidenceException">The line is not canonical.</exception>
    internal static Statement Parse(ReadOnlySpan<byte> line)
    {
        if (line.Length > Statement.MaxBytes)
            throw StatementCursor.Refused($"it is longer than {Statement.MaxBytes} bytes");
        var statement = Read(line);
        StatementRules.Check(statement);
        RequireSameBytes(statement, line);
        return statement;
    }

    private static Statement Read(ReadOnlySpan<byte> line)
    {
        var cursor = new StatementCursor(line);
        cursor.Expect("{\"type\":\"traffic-gateway-statement/v1\""u8);
        var statement = new Statement
        {
            Gateway = cursor.Text(",\"gateway\":"u8),
            CallId = Id(cursor.Text(",\"call_id\":"u8)),
            CallNonce = cursor.Text(",\"call_nonce\":"u8),
            Method = cursor.Text(",\"method\":"u8),
            Caller = cursor.Text(",\"caller\":"u8),
            CallerCertificateSha256 = cursor.Text(",\"caller_certificate_sha256\":"u8),
            ContractSha256 = cursor.Text(",\"contract_sha256\":"u8),
            RequestSha256 = cursor.Text(",\"request_sha256\":"u8),
            RequestCount = cursor.Number(",\"request_count\":"u8),
            RequestSignatureSha256 = cursor.TextIfThere(",\"request_signature_sha256\":"u8),
            ResponseSha256 = cursor.Text(",\"response_sha256\":"u8),
            ResponseCount = cursor.Number(",\"response_count\":"u8),
            StatusCode = cursor.Number(",\"status_code\":"u8),
            StatusMessage = cursor.Text(",\"status_message\":"u8),
            StatusDetailsSha256 = cursor.TextIfThere(",\"status_details_sha256\":"u8),
            CompleteTime = Time(cursor.Text(",\"complete_time\":"u8)),
        };
        cursor.Expect("}"u8);
        cursor.ExpectEnd();
        return statement;
    }

    // The reading is strict already. This holds whatever it may have overlooked: another spelling of the same values.
    private static void RequireSameBytes(Statement statement, ReadOnlySpan<byte> line)
    {
        Span<byte> again = stackalloc byte[Statement.MaxBytes];
        if (!line.SequenceEqual(again[..StatementWriter.Write(statement, again)]))
            throw StatementCursor.Refused("it is not written canonically");
    }

    private static Guid Id(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? id : throw StatementCursor.Refused("call_id is not a UUID");

    internal static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            StatementWriter.TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time)
            ? time
            : throw StatementCursor.Refused("a time is not RFC 3339 in UTC with milliseconds");
}
