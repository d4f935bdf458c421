-- A write transaction in SQLite is the only one there is.
SELECT 1 AS Locked
