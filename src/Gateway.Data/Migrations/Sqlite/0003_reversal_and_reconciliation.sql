-- What was taken back, which requests are never to be carried out, and the post's list of a day while it is compared.

CREATE TABLE settlement_reversal (
  settlement_id integer NOT NULL PRIMARY KEY REFERENCES settlement (id),
  caller text NOT NULL,
  request_id text NOT NULL,
  branch_code text NULL,
  counter_code text NULL,
  teller_code text NULL,
  reason integer NOT NULL CHECK (reason BETWEEN 1 AND 4),
  note text NULL,
  reverse_time text NOT NULL
) STRICT;

CREATE UNIQUE INDEX settlement_reversal_request ON settlement_reversal (caller, request_id);

CREATE INDEX settlement_business_date ON settlement (business_date, branch_code, id);

-- State: answered 1; abandoned 2: never carried out; expired 3: carried out, but neither request nor response is kept.
ALTER TABLE call_result ADD COLUMN state integer NOT NULL DEFAULT 1 CHECK (state BETWEEN 1 AND 3);

ALTER TABLE business_day ADD COLUMN close_caller text NULL;
ALTER TABLE business_day ADD COLUMN close_reason text NULL;

CREATE TABLE reconciliation_run (
  id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
  caller text NOT NULL,
  request_id text NOT NULL,
  business_date text NOT NULL,
  start_time text NOT NULL
) STRICT;

CREATE TABLE reconciliation_entry (
  run_id integer NOT NULL REFERENCES reconciliation_run (id),
  settlement_number text NOT NULL,
  entry_number integer NOT NULL CHECK (entry_number >= 1),
  amount integer NOT NULL CHECK (amount >= 0),
  CONSTRAINT reconciliation_entry_key PRIMARY KEY (run_id, settlement_number, entry_number)
) STRICT, WITHOUT ROWID;
