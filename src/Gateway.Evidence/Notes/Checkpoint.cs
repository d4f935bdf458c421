using System.Globalization;

namespace Gateway.Evidence;

/// <summary>A log's head as the text of a note (C2SP tlog-checkpoint). Immutable as long as its array is left
/// alone.</summary>
/// <param name="Origin">The log's origin.</param>
/// <param name="Size">How many entries it has.</param>
/// <param name="Root">Its root at that size, 32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    private const int MandatoryLines = 3;

    /// <summary>Reads the text of a checkpoint. Further lines are allowed, and left aside.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        Require(lines.Length > MandatoryLines && lines[^1].Length == 0, "it is no checkpoint");
        Require(lines[..^1].All(line => line.Length > 0), "it has an empty line");
        var isSize = long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && size.ToString(CultureInfo.InvariantCulture) == lines[1];
        Require(isSize, "its size is no number");
        var root = new byte[Hex.DigestBytes];
        var isRoot = Convert.TryFromBase64String(lines[2], root, out var length)
            && length == root.Length
            && Convert.ToBase64String(root) == lines[2];
        Require(isRoot, "its root is not 32 bytes in base64");
        return new Checkpoint(lines[0], size, root);
    }

    /// <summary>The text: three lines.</summary>
    public string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Whether two are the same head.</summary>
    public bool Equals(Checkpoint? other) => other is not null && ToText() == other.ToText();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Origin, Size);

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw new FormatException($"The checkpoint can't be read: {problem}.");
    }
}
