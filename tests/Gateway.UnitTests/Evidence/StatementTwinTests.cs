using System.Text;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

/// <summary>A statement has one spelling. Each of these says the same to some reader of JSON, and is refused.</summary>
public sealed class StatementTwinTests
{
    [Theory]
    [MemberData(nameof(Twins))]
    public void Parse_Twin_IsRefused(string twin, byte[] line)
    {
        var refused = Assert.Throws<EvidenceException>(() => Statement.Parse(line));

        Assert.True(refused.Check == EvidenceCheck.StatementCanonical, twin);
    }

    [Fact]
    public void Parse_EveryFlippedBit_IsRefusedOrAnotherStatement()
    {
        var statement = SomeAnswer.SomeStatement() with { StatusMessage = "say \"no\"" };
        var line = statement.ToBytes();

        for (var bit = 0; bit < line.Length * 8; bit++)
        {
            line[bit / 8] ^= (byte)(1 << (bit % 8));
            var parsed = ParseOrNull(line);
            Assert.True(parsed is null || (parsed != statement && parsed.ToBytes().SequenceEqual(line)), $"bit {bit}");
            line[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Parse_EveryBeginning_IsRefused()
    {
        var line = SomeAnswer.SomeStatement().ToBytes();

        for (var length = 0; length < line.Length; length++)
            Assert.Null(ParseOrNull(line[..length]));
    }

    public static TheoryData<string, byte[]> Twins()
    {
        var statement = SomeAnswer.SomeStatement() with { StatusMessage = "say \"no\" / now", StatusCode = 5 };
        var line = Encoding.ASCII.GetString(statement.ToBytes());
        var twins = new TheoryData<string, byte[]>
        {
            { "byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.ASCII.GetBytes(line)] },
            { "UTF-16", Encoding.Unicode.GetBytes(line) },
            { "nothing", [] },
        };
        foreach (var (name, from, to) in Changes(statement))
        {
            Assert.Contains(from, line, StringComparison.Ordinal);
            twins.Add(name, Encoding.UTF8.GetBytes(line.Replace(from, to, StringComparison.Ordinal)));
        }

        return twins;
    }

    private static IEnumerable<(string Name, string From, string To)> Changes(Statement statement)
    {
        var id = statement.CallId.ToString();
        yield return ("space after a colon", "\"status_code\":5", "\"status_code\": 5");
        yield return ("space after a comma", ",\"status_code\"", ", \"status_code\"");
        yield return ("space before the end", "Z\"}", "Z\" }");
        yield return ("space at the start", "{\"type\"", " {\"type\"");
        yield return ("trailing LF", "Z\"}", "Z\"}\n");
        yield return ("trailing NUL", "Z\"}", "Z\"}\0");
        yield return ("second object", "Z\"}", "Z\"}{}");
        yield return (
            "other order", "\"response_count\":1,\"status_code\":5", "\"status_code\":5,\"response_count\":1");
        yield return ("duplicate member", "\"status_code\":5", "\"status_code\":5,\"status_code\":5");
        yield return ("extra member", "\"status_code\":5", "\"extra\":1,\"status_code\":5");
        yield return ("missing member", ",\"status_code\":5", "");
        yield return (
            "null for an absent member",
            ",\"response_sha256\"",
            ",\"request_signature_sha256\":null,\"response_sha256\"");
        yield return (
            "empty optional member", ",\"complete_time\"", ",\"status_details_sha256\":\"\",\"complete_time\"");
        yield return ("other type", "statement/v1", "statement/v2");
        yield return ("escaped solidus", " / now", " \\/ now");
        yield return ("escaped letter", "say", "\\u0073ay");
        yield return ("quotation mark by number", "\\\"no\\\"", "\\u0022no\\u0022");
        yield return ("escaped member name", "\"caller\"", "\"c\\u0061ller\"");
        yield return ("upper-case member", "\"caller\"", "\"Caller\"");
        yield return ("upper-case hex", "000102030405060708090a0b0c0d0e0f", "000102030405060708090A0B0C0D0E0F");
        yield return ("upper-case id", id, id.ToUpperInvariant());
        yield return ("id in braces", id, $"{{{id}}}");
        yield return ("id without dashes", id, statement.CallId.ToString("N"));
        yield return ("exponent", "\"status_code\":5", "\"status_code\":5e0");
        yield return ("fraction", "\"status_code\":5", "\"status_code\":5.0");
        yield return ("leading zero", "\"status_code\":5", "\"status_code\":05");
        yield return ("plus sign", "\"status_code\":5", "\"status_code\":+5");
        yield return ("minus zero", "\"status_code\":5", "\"status_code\":-0");
        yield return ("number as text", "\"status_code\":5", "\"status_code\":\"5\"");
        yield return ("number too large", "\"response_count\":1", "\"response_count\":4294967297");
        yield return ("time without milliseconds", "15.250Z", "15Z");
        yield return ("time with microseconds", "15.250Z", "15.250000Z");
        yield return ("time with an offset", "15.250Z", "15.250+00:00");
        yield return ("time with a small z", "15.250Z", "15.250z");
        yield return ("time with a space", "20T09", "20 09");
        yield return ("leap second", "09:30:15", "09:30:60");
        yield return ("letter outside ASCII", "say", "sаy");
        yield return ("full-width digit", "\"status_code\":5", "\"status_code\":５");
        yield return ("control character", "say", "sa\u0001y");
        yield return ("single quotes", "\"say", "'say");
    }

    private static Statement? ParseOrNull(byte[] line)
    {
        try
        {
            return Statement.Parse(line);
        }
        catch (EvidenceException)
        {
            return null;
        }
    }
}
