using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>The tiles that a tree ends in: at most one of a level, those that are not full.</summary>
internal static class LastTiles
{
    /// <summary>Reads them for a tree of a size.</summary>
    /// <exception cref="EvidenceLogOpenException">One is missing, or is not as long as the size says.</exception>
    internal static List<(TileKey Key, byte[] Nodes)> Read(SqliteConnection connection, long size)
    {
        var tiles = new List<(TileKey, byte[])>();
        for (var level = 1; size >> (TileKey.Heights * level) > 0; level++)
        {
            var (key, count) = TileKey.Last(level, size);
            var nodes = (byte[]?)connection.Scalar("SELECT nodes FROM tree_tile WHERE key = $key", ("$key", key.ToRow()));
            if ((nodes?.Length ?? 0) != TileKey.Bytes(count))
            {
                throw new EvidenceLogOpenException(
                    $"The evidence log contradicts itself: tile {key.Number} of level {level} of its tree has "
                    + $"{nodes?.Length ?? 0} bytes instead of {TileKey.Bytes(count)}.");
            }

            if (nodes is not null)
                tiles.Add((key, nodes));
        }

        return tiles;
    }
}
