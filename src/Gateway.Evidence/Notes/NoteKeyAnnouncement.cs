using System.Text;

namespace Gateway.Evidence;

/// <summary>
/// A log's note key, told by the one who signs its answers: three lines, each ended by LF, under a detached CMS
/// signature like that of a batch. Immutable.
/// </summary>
/// <param name="Key">The key; its name is the log's origin.</param>
public sealed record NoteKeyAnnouncement(NoteKey Key)
{
    /// <summary>The first line.</summary>
    public const string Type = "traffic-gateway-note-key/v1";

    private const int MaxBytes = 512;

    /// <summary>The text: <see cref="Type"/>, the log's origin, the verifier key.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.NoteKey"/>: the key is no log's.</exception>
    public byte[] ToBytes()
    {
        Require(
            Key.Type == NoteKeyType.Note && LogOrigin.IsValid(Key.Name), "it is not named by the origin of a log");
        return Encoding.ASCII.GetBytes($"{Type}\n{Key.Name}\n{Key}\n");
    }

    /// <summary>Reads a text, and refuses it unless <see cref="ToBytes"/> of what was read gives the same
    /// bytes.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.NoteKey"/>.</exception>
    public static NoteKeyAnnouncement Parse(ReadOnlySpan<byte> text)
    {
        Require(text.Length <= MaxBytes, "it is too long");
        var lines = Encoding.Latin1.GetString(text).Split('\n');
        Require(lines.Length == 4 && lines[0] == Type, "its first line is another");
        try
        {
            var announcement = new NoteKeyAnnouncement(NoteKey.Parse(lines[2]));
            Require(announcement.ToBytes().AsSpan().SequenceEqual(text), "it is not written canonically");
            return announcement;
        }
        catch (FormatException exception)
        {
            throw new EvidenceException(EvidenceCheck.NoteKey, $"Note key refused: {exception.Message}", exception);
        }
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw new EvidenceException(EvidenceCheck.NoteKey, $"Note key refused: {problem}.");
    }
}
