using System.Globalization;
using Gateway.Client.Watching.Received;
using Gateway.Evidence;

namespace Gateway.Client.Watching.Records;

/// <summary>What stands in a record's history: time, kind, then what it is about.</summary>
internal static class HistoryLines
{
    private const string Received = "received";

    /// <summary>A time as it stands first in a line.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A head was seen, and contains what was seen before.</summary>
    public static string Head(DateTimeOffset time, SignedHead head) => $"{Time(time)} head {Words(head)}";

    /// <summary>A log came after another.</summary>
    public static string Succession(DateTimeOffset time, SignedHead last, SignedHead next) =>
        $"{Time(time)} succession {Words(last)} {next.Origin}";

    /// <summary>Evidence that was received is in the log.</summary>
    public static string Checked(DateTimeOffset time, ReceivedKey key, SignedHead head) =>
        $"{Time(time)} {Received} {key} {Words(head)}";

    /// <summary>A head is cosigned.</summary>
    public static string Cosigned(DateTimeOffset time, SignedHead head) => $"{Time(time)} cosigned {Words(head)}";

    /// <summary>There was an alarm.</summary>
    public static string Alarm(DateTimeOffset time, string folder) => $"{Time(time)} alarm {folder}";

    /// <summary>The key of a line about received evidence; null of any other.</summary>
    /// <exception cref="FormatException">It is no line.</exception>
    public static ReceivedKey? KeyIn(string line)
    {
        var words = line.Split(' ');
        if (words.Length < 3)
            throw new FormatException("a line of its history is none.");
        return words[1] == Received ? ReceivedKey.Parse(words[2]) : null;
    }

    private static string Words(SignedHead head) =>
        string.Create(CultureInfo.InvariantCulture, $"{head.Origin} {head.Size} {Convert.ToBase64String(head.Root)}");
}
