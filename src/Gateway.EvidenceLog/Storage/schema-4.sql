-- Version 4: the log that was lost before this one was begun, with the last head that was known of it. The first entry
-- is the statement of that.
CREATE TABLE predecessor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  origin TEXT NOT NULL,
  size INTEGER NOT NULL,
  root BLOB NOT NULL CHECK (length(root) = 32),
  begin_time_ms INTEGER NOT NULL
);

CREATE TRIGGER predecessor_is_kept BEFORE DELETE ON predecessor
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;

CREATE TRIGGER predecessor_is_fixed BEFORE UPDATE ON predecessor
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;
