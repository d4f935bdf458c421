using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Gives a log that was filled before there were tiles its tiles, from its entries.</summary>
internal static class TileUpgrade
{
    private const int NodesAtOnce = 4096;

    /// <exception cref="EvidenceLogOpenException">The entries do not have the root that the log goes on from.</exception>
    internal static void Run(SqliteConnection connection)
    {
        using var writer = new TileWriter(connection, 0);
        var edge = new TreeEdge();
        var nodes = new List<TreeNode>();
        foreach (var digest in connection.Rows(
            "SELECT digest FROM entry ORDER BY position", row => row.GetFieldValue<byte[]>(0)))
        {
            edge.Append(digest, TileWriter.LeastHeight, nodes);
            if (nodes.Count >= NodesAtOnce)
                Write();
        }

        Write();
        var kept = (byte[]?)connection.Scalar("SELECT edge FROM log");
        if (kept is not null && !edge.ToBytes().AsSpan().SequenceEqual(kept))
            throw new EvidenceLogOpenException("The evidence log contradicts itself: its entries give another tree.");

        void Write()
        {
            writer.Write(nodes);
            nodes.Clear();
        }
    }
}
