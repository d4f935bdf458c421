using System.Buffers.Text;
using System.Text;

namespace Gateway.Evidence;

/// <summary>A place in a statement's line; each step takes exactly what the canonical form has there or
/// refuses.</summary>
internal ref struct StatementCursor(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line;

    internal static EvidenceException Refused(string problem) =>
        new(EvidenceCheck.StatementCanonical, $"Statement refused: {problem}.");

    internal void Expect(ReadOnlySpan<byte> literal)
    {
        if (!TryTake(literal))
            throw Refused($"'{Encoding.ASCII.GetString(literal)}' is not where the canonical form has it");
    }

    internal readonly void ExpectEnd()
    {
        if (!_rest.IsEmpty)
            throw Refused("something follows it");
    }

    internal string Text(ReadOnlySpan<byte> name)
    {
        Expect(name);
        return QuotedText();
    }

    internal string? TextIfThere(ReadOnlySpan<byte> name) => TryTake(name) ? QuotedText() : null;

    internal int Number(ReadOnlySpan<byte> name) => LongNumber(name) is var value and <= int.MaxValue
        ? (int)value
        : throw Refused($"'{Encoding.ASCII.GetString(name)}' is followed by too large a number");

    internal long LongNumber(ReadOnlySpan<byte> name)
    {
        Expect(name);
        if (!Utf8Parser.TryParse(_rest, out long value, out var length) || value < 0)
            throw Refused($"'{Encoding.ASCII.GetString(name)}' is not followed by a number");
        _rest = _rest[length..];
        return value;
    }

    private bool TryTake(ReadOnlySpan<byte> literal)
    {
        if (!_rest.StartsWith(literal))
            return false;
        _rest = _rest[literal.Length..];
        return true;
    }

    private string QuotedText()
    {
        Expect("\""u8);
        var end = _rest.IndexOfAny((byte)'"', (byte)'\\');
        if (end < 0)
            throw Refused("a text has no end");
        if (_rest[end] != '"')
            return EscapedText();
        var bytes = _rest[..end];
        if (bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            throw Refused("a text is not printable ASCII");
        _rest = _rest[(end + 1)..];
        return Encoding.ASCII.GetString(bytes);
    }

    private string EscapedText()
    {
        Span<char> text = stackalloc char[Statement.MaxBytes];
        for (int from = 0, to = 0; from < _rest.Length; from++, to++)
        {
            if (_rest[from] == '"')
            {
                _rest = _rest[(from + 1)..];
                return new string(text[..to]);
            }

            text[to] = _rest[from] == '\\' ? EscapedAt(++from) : Printable(_rest[from]);
        }

        throw Refused("a text has no end");
    }

    private readonly char EscapedAt(int index) =>
        index < _rest.Length && _rest[index] is (byte)'"' or (byte)'\\'
            ? (char)_rest[index]
            : throw Refused("a text has an escape that JSON does not demand");

    private static char Printable(byte value) =>
        value is >= (byte)' ' and <= (byte)'~' ? (char)value : throw Refused("a text is not printable ASCII");
}
