-- Version 2: proofs without reading the whole log, and the retention of statements.

-- Hashes of full subtrees, in tiles of four heights. The tile of level L (from 1) and number N has those of heights 4L
-- to 4L + 3 below the node (4L + 4, N), in the order in which they became full (post-order), each once and for ever;
-- so a tile only grows, to 30 hashes. Leaf hashes are computed from the entries. The key is the tile's first position,
-- N << (4L + 4), with the level in its low bits: tiles stand in the order of the entries.
CREATE TABLE tree_tile (
  key INTEGER PRIMARY KEY,
  nodes BLOB NOT NULL CHECK (length(nodes) BETWEEN 32 AND 960)
);

-- How large the log was at the end of an hour (milliseconds since 1970-01-01 UTC), until the statements of that hour
-- are gone.
CREATE TABLE log_growth (
  time_ms INTEGER PRIMARY KEY,
  size INTEGER NOT NULL
);

-- The first position whose statement was not removed.
ALTER TABLE log ADD COLUMN kept_from INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER tree_tile_is_kept BEFORE DELETE ON tree_tile
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;

CREATE TRIGGER tree_tile_grows BEFORE UPDATE ON tree_tile
WHEN new.key <> old.key OR substr(new.nodes, 1, length(old.nodes)) <> old.nodes
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;
