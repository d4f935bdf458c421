-- Version 1 of the evidence log's file. A released version is never changed; a later one is a script of its own.

-- One row: whose log it is, and the right edge of its tree (size, then the hashes of the full subtrees, widest first).
CREATE TABLE log (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  origin TEXT NOT NULL,
  create_time TEXT NOT NULL,
  edge BLOB NOT NULL
);

-- Position in the log from 0; SHA-256 of the statement. call_id and statement are removed when their retention is over.
CREATE TABLE entry (
  position INTEGER PRIMARY KEY,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  call_id BLOB,
  statement BLOB
);
CREATE INDEX entry_call_id ON entry (call_id) WHERE call_id IS NOT NULL;

-- Size of the log with the batch, the batch's text, and the detached signature over it.
CREATE TABLE batch (
  size INTEGER PRIMARY KEY,
  text BLOB NOT NULL,
  signature BLOB NOT NULL
);

-- Who asked about whom; deleted after a retention of its own. Time in milliseconds since 1970-01-01 UTC.
CREATE TABLE audit_line (
  position INTEGER PRIMARY KEY,
  seal_time_ms INTEGER NOT NULL,
  caller TEXT NOT NULL,
  branch_code TEXT NOT NULL,
  counter_code TEXT NOT NULL,
  teller_code TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  outcome TEXT NOT NULL
);

-- Certificates of callers, signing certificates and their issuers, once each and for ever.
CREATE TABLE certificate (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  der BLOB NOT NULL
) WITHOUT ROWID;

-- The way from a signing certificate to its root: step 0 is the certificate itself.
CREATE TABLE signing_chain (
  signing_sha256 BLOB NOT NULL,
  step INTEGER NOT NULL,
  certificate_sha256 BLOB NOT NULL REFERENCES certificate (sha256),
  PRIMARY KEY (signing_sha256, step)
) WITHOUT ROWID;

-- Descriptor sets that statements name, for ever, so that messages can be read.
CREATE TABLE contract (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  descriptor_set BLOB NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;

CREATE TRIGGER entry_is_fixed BEFORE UPDATE OF position, digest ON entry
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;

CREATE TRIGGER batch_is_kept BEFORE DELETE ON batch
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;

CREATE TRIGGER batch_is_fixed BEFORE UPDATE ON batch
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;
