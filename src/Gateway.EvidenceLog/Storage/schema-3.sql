-- Version 3: time stamps, each over the signature of one batch and so over everything before it. The token is DER
-- (TimeStampToken, RFC 3161), stamp_time_ms the authority's time, clock_difference_ms how far the authority's clock was
-- ahead of the gateway's. Times in milliseconds since 1970-01-01 UTC.
CREATE TABLE time_stamp (
  batch_size INTEGER PRIMARY KEY REFERENCES batch (size),
  token BLOB NOT NULL,
  stamp_time_ms INTEGER NOT NULL,
  authority TEXT NOT NULL,
  certificate_sha256 BLOB NOT NULL REFERENCES certificate (sha256),
  clock_difference_ms INTEGER NOT NULL
);

-- The way from an authority's certificate to its root: step 0 is the certificate itself.
CREATE TABLE time_stamp_chain (
  authority_sha256 BLOB NOT NULL,
  step INTEGER NOT NULL,
  certificate_sha256 BLOB NOT NULL REFERENCES certificate (sha256),
  PRIMARY KEY (authority_sha256, step)
) WITHOUT ROWID;

CREATE TRIGGER time_stamp_is_kept BEFORE DELETE ON time_stamp
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;

CREATE TRIGGER time_stamp_is_fixed BEFORE UPDATE ON time_stamp
BEGIN
  SELECT RAISE(ABORT, 'the log only grows');
END;
