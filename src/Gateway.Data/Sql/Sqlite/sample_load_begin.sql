-- A page cache of 128 MiB and fewer checkpoints, so that what was just written is neither read back nor copied each
-- time.
PRAGMA cache_size = -131072;
PRAGMA wal_autocheckpoint = 20000;
