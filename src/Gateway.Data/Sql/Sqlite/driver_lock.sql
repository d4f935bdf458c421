-- A write transaction in SQLite is the only one there is, so the row needs no lock of its own.
SELECT id AS Id FROM driver WHERE id = @Id
