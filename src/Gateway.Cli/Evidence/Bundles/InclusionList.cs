using System.Text;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary>
/// The way from a leaf to the root as a list that a shell can walk: on which side each sibling is, and its hash in
/// upper-case hex. Which side that is follows from position and size (RFC 9162, section 2.1.3.2).
/// </summary>
internal static class InclusionList
{
    public static byte[] Of(Contracts.V1.InclusionProof proof)
    {
        var list = new StringBuilder();
        var (node, last) = (proof.Position, proof.TreeSize - 1);
        foreach (var sibling in proof.Path)
        {
            var isLeft = (node & 1) == 1 || node == last;
            list.Append(isLeft ? "left " : "right ").Append(Convert.ToHexString(sibling.Span)).Append('\n');
            while (isLeft && (node & 1) == 0 && node != 0)
                (node, last) = (node >> 1, last >> 1);
            (node, last) = (node >> 1, last >> 1);
        }

        return Encoding.ASCII.GetBytes(list.ToString());
    }
}
