using System.Security.Cryptography;
using System.Text;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary>
/// The way from a leaf to the root as a list that a shell can walk: on which side each sibling is, and its hash in
/// upper-case hex. Which side that is follows from position and size (RFC 9162, section 2.1.3.2).
/// </summary>
internal static class InclusionList
{
    private const string Left = "left";
    private const string Right = "right";
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The list of a proof.</summary>
    public static byte[] Of(Contracts.V1.InclusionProof proof)
    {
        var list = new StringBuilder();
        var (node, last) = (proof.Position, proof.TreeSize - 1);
        foreach (var sibling in proof.Path)
        {
            var isLeft = (node & 1) == 1 || node == last;
            list.Append(isLeft ? Left : Right).Append(' ').Append(Convert.ToHexString(sibling.Span)).Append('\n');
            while (isLeft && (node & 1) == 0 && node != 0)
                (node, last) = (node >> 1, last >> 1);
            (node, last) = (node >> 1, last >> 1);
        }

        return Encoding.ASCII.GetBytes(list.ToString());
    }

    /// <summary>The root that the list leads to.</summary>
    /// <param name="list">The list.</param>
    /// <param name="entry">SHA-256 of the statement.</param>
    /// <exception cref="FormatException">It is no such list.</exception>
    public static byte[] RootOf(byte[] list, byte[] entry)
    {
        var hash = SHA256.HashData([LeafPrefix, .. entry]);
        foreach (var line in Encoding.ASCII.GetString(list).Split('\n')[..^1])
        {
            var sibling = Convert.FromHexString(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            hash = line.Split(' ')[0] switch
            {
                Left => SHA256.HashData([NodePrefix, .. sibling, .. hash]),
                Right => SHA256.HashData([NodePrefix, .. hash, .. sibling]),
                _ => throw new FormatException("A line says neither left nor right."),
            };
        }

        return hash;
    }
}
