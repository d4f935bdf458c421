-- The page cache and the checkpoints as they are by default.
PRAGMA cache_size = -2000;
PRAGMA wal_autocheckpoint = 1000;
