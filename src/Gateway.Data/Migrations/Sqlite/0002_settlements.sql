-- What was paid, the answers that retries get again, and the days to which payments count.

CREATE TABLE settlement (
  id integer NOT NULL PRIMARY KEY,
  settlement_number text NOT NULL,
  caller text NOT NULL,
  request_id text NOT NULL,
  branch_code text NOT NULL,
  counter_code text NOT NULL,
  teller_code text NOT NULL,
  vehicle_id integer NULL REFERENCES vehicle (id),
  driver_id integer NULL REFERENCES driver (id),
  total integer NOT NULL CHECK (total >= 0),
  payment_method integer NOT NULL CHECK (payment_method BETWEEN 1 AND 4),
  payment_amount integer NOT NULL,
  payment_reference text NULL,
  collect_time text NOT NULL,
  payer_name text NULL,
  payer_national_id text NULL,
  payer_mobile_number text NULL,
  business_date text NOT NULL,
  settle_time text NOT NULL,
  CONSTRAINT settlement_paid_in_full CHECK (payment_amount = total),
  CONSTRAINT settlement_one_subject CHECK ((vehicle_id IS NULL) <> (driver_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX settlement_number ON settlement (settlement_number);
CREATE UNIQUE INDEX settlement_request ON settlement (caller, request_id);
CREATE UNIQUE INDEX settlement_payment_reference ON settlement (payment_method, payment_reference)
  WHERE payment_reference IS NOT NULL AND payment_method <> 1;

-- A reversal sets is_active to 0. The filtered index is the proof that a fine stands in at most one settlement that is
-- not reversed.
CREATE TABLE settlement_item (
  settlement_id integer NOT NULL REFERENCES settlement (id),
  line_number integer NOT NULL CHECK (line_number >= 1),
  fine_id integer NOT NULL REFERENCES fine (id),
  amount integer NOT NULL CHECK (amount >= 0),
  is_active integer NOT NULL CHECK (is_active IN (0, 1)),
  CONSTRAINT settlement_item_key PRIMARY KEY (settlement_id, line_number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX settlement_item_active_fine ON settlement_item (fine_id) WHERE is_active = 1;

CREATE TABLE call_result (
  caller text NOT NULL,
  request_id text NOT NULL,
  method text NOT NULL,
  request_sha256 blob NOT NULL CHECK (length(request_sha256) = 32),
  request blob NOT NULL,
  response blob NOT NULL,
  call_id text NOT NULL,
  create_time text NOT NULL,
  CONSTRAINT call_result_key PRIMARY KEY (caller, request_id)
) STRICT;

CREATE TABLE business_day (
  business_date text NOT NULL PRIMARY KEY,
  is_closed integer NOT NULL CHECK (is_closed IN (0, 1)),
  close_time text NULL
) STRICT;
