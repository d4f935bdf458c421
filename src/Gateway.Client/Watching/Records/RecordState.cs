using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gateway.Evidence;

namespace Gateway.Client.Watching.Records;

/// <summary>
/// The file of a record that is put in its place at each step: how much of the history counts, and the newest head of
/// each log. Lines, each ended by LF, the last a digest of those before.
/// </summary>
/// <param name="Witness">Whose cosignatures the record has.</param>
/// <param name="History">How much of the history counts.</param>
/// <param name="Heads">Text and signature of the newest head of each log, in the order in which the logs were
/// seen.</param>
internal sealed record RecordState(
    NoteKey Witness, HistoryEnd History, IReadOnlyList<(byte[] Text, byte[] Signature)> Heads)
{
    private const string Type = "traffic-gateway-watch/v1";

    /// <summary>The state of a record in which nothing happened yet.</summary>
    public static RecordState New(NoteKey witness) => new(witness, HistoryEnd.Empty, []);

    /// <summary>Reads the file, and refuses it unless <see cref="ToBytes"/> of what was read gives the same
    /// bytes.</summary>
    /// <exception cref="FormatException">It is damaged.</exception>
    public static RecordState Parse(byte[] file)
    {
        var lines = Encoding.UTF8.GetString(file).Split('\n');
        if (lines.Length < 5 || lines[0] != Type)
            throw new FormatException("its first line is another, or lines are missing.");
        var history = Words(lines[2], "history", 2);
        var state = new RecordState(
            NoteKey.Parse(Words(lines[1], "witness", 1)[0]),
            long.TryParse(history[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                ? new HistoryEnd(length, Convert.FromHexString(history[1]))
                : throw new FormatException("the length of its history is no number."),
            [.. lines[3..^2].Select(Head)]);
        return file.AsSpan().SequenceEqual(state.ToBytes())
            ? state
            : throw new FormatException("its lines have another digest than it says.");
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(Type).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"witness {Witness}\n")
            .Append(CultureInfo.InvariantCulture, $"history {History.Length} ")
            .Append(Convert.ToHexStringLower(History.Digest)).Append('\n');
        foreach (var (head, signature) in Heads)
            text.Append("head ").Append(Convert.ToBase64String(head)).Append(' ')
                .Append(Convert.ToBase64String(signature)).Append('\n');
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return Encoding.UTF8.GetBytes(text.Append("sha256 ").Append(digest).Append('\n').ToString());
    }

    private static (byte[] Text, byte[] Signature) Head(string line)
    {
        var words = Words(line, "head", 2);
        return (Convert.FromBase64String(words[0]), Convert.FromBase64String(words[1]));
    }

    private static string[] Words(string line, string name, int count)
    {
        var words = line.Split(' ');
        return words.Length == count + 1 && words[0] == name
            ? words[1..]
            : throw new FormatException($"a line '{name}' is not as it has to be.");
    }
}
