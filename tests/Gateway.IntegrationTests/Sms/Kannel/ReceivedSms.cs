using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.IntegrationTests.Sms.Kannel;

/// <summary>A message as the telephone shows it.</summary>
/// <param name="Sender">From whom.</param>
/// <param name="Number">To whom.</param>
/// <param name="Text">Its text, put together from its segments.</param>
internal sealed record ReceivedSms(string Sender, string Number, string Text);

/// <summary>
/// Puts together what Kannel's fakesmsc prints: texts in the GSM alphabet as they are, UCS-2 in URL encoding, segments
/// as lines of their own with a user data header (3GPP TS 23.040, 9.2.3.24.1). Thread-safe.
/// </summary>
internal sealed partial class Telephones
{
    private readonly Lock _lock = new();
    private readonly List<ReceivedSms> _messages = [];
    private readonly List<byte[]> _segments = [];

    /// <summary>Messages that have arrived whole, in their order.</summary>
    public IReadOnlyList<ReceivedSms> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    /// <summary>Takes a line that fakesmsc printed.</summary>
    public void Take(string line)
    {
        var match = Printed().Match(line);
        if (!match.Success)
            return;

        var content = match.Groups["content"].Value;
        lock (_lock)
        {
            var text = match.Groups["type"].Value switch
            {
                "text" => content,
                "ucs-2" => Encoding.BigEndianUnicode.GetString(Decode(content)),
                _ => Segment(content.Split(' ')),
            };
            if (text is not null)
                _messages.Add(new ReceivedSms(match.Groups["from"].Value, match.Groups["to"].Value, text));
        }
    }

    // The header's last two bytes are how many segments there are and which one this is. They come in order, unless
    // Kannel was killed between two: then it sends all of them again.
    private string? Segment(string[] words)
    {
        var header = Decode(words[0]);
        if (header[^1] == 1)
            _segments.Clear();
        _segments.Add(Decode(words[2]));
        if (header[^1] != header[^2])
            return null;

        var bytes = _segments.SelectMany(segment => segment).ToArray();
        _segments.Clear();
        return bytes.Any(b => b == 0)
            ? Encoding.BigEndianUnicode.GetString(bytes)
            : Encoding.UTF8.GetString(bytes);
    }

    private static byte[] Decode(string text)
    {
        var encoded = Encoding.ASCII.GetBytes(text);
        return WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)!;
    }

    [GeneratedRegex("Got message \\d+: <(?<from>[^ ]+) (?<to>[^ ]+) (?<type>text|ucs-2|udh) (?<content>.*)>$")]
    private static partial Regex Printed();
}
