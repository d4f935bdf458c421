-- Appeals, their stages with the SMS of each, documents and refunds.

CREATE TABLE appeal_stage_move (
  from_stage integer NOT NULL CHECK (from_stage BETWEEN 1 AND 6),
  to_stage integer NOT NULL CHECK (to_stage BETWEEN 1 AND 6),
  CONSTRAINT appeal_stage_move_key PRIMARY KEY (from_stage, to_stage)
) STRICT, WITHOUT ROWID;

-- Submitted 1, received 2, under review 3, documents requested 4, decided 5, withdrawn 6.
INSERT INTO appeal_stage_move (from_stage, to_stage)
VALUES (1, 2), (1, 6), (2, 3), (2, 6), (3, 4), (3, 5), (3, 6), (4, 3), (4, 6);

-- Whoever moves an appeal sets stage and, in the same UPDATE, stage_actor and stage_note, the public note; stage_time
-- where it is not now. The trigger takes the three over into the event and empties them.
CREATE TABLE appeal (
  id integer NOT NULL PRIMARY KEY,
  appeal_number text NOT NULL,
  caller text NOT NULL,
  request_id text NOT NULL,
  branch_code text NOT NULL,
  counter_code text NOT NULL,
  teller_code text NOT NULL,
  vehicle_id integer NULL REFERENCES vehicle (id),
  driver_id integer NULL REFERENCES driver (id),
  is_whole integer NOT NULL CHECK (is_whole IN (0, 1)),
  appellant_name text NOT NULL,
  appellant_national_id text NOT NULL,
  mobile_number text NOT NULL,
  sms_language integer NOT NULL CHECK (sms_language BETWEEN 1 AND 2),
  fee_amount integer NOT NULL CHECK (fee_amount >= 0),
  fee_payment_method integer NULL CHECK (fee_payment_method BETWEEN 1 AND 4),
  fee_payment_reference text NULL,
  fee_collect_time text NULL,
  business_date text NOT NULL,
  submit_time text NOT NULL,
  due_time text NOT NULL,
  stage integer NOT NULL CHECK (stage BETWEEN 1 AND 6),
  stage_actor text NULL,
  stage_note text NULL,
  stage_time text NULL,
  result integer NULL CHECK (result BETWEEN 1 AND 3),
  CONSTRAINT appeal_one_subject CHECK ((vehicle_id IS NULL) <> (driver_id IS NULL)),
  CONSTRAINT appeal_fee_paid CHECK ((fee_amount = 0) = (fee_payment_method IS NULL))
) STRICT;

CREATE UNIQUE INDEX appeal_number ON appeal (appeal_number);
CREATE UNIQUE INDEX appeal_request ON appeal (caller, request_id);
CREATE UNIQUE INDEX appeal_fee_payment_reference ON appeal (fee_payment_method, fee_payment_reference)
  WHERE fee_payment_reference IS NOT NULL AND fee_payment_method <> 1;
CREATE INDEX appeal_branch ON appeal (branch_code, id);
CREATE INDEX appeal_appellant ON appeal (appellant_national_id, id);
CREATE INDEX appeal_business_date ON appeal (business_date, id);
CREATE INDEX appeal_due ON appeal (due_time, id) WHERE stage < 5;

-- The end of an appeal sets is_open to 0. The filtered index is the proof that a fine is under at most one open appeal.
CREATE TABLE appeal_item (
  appeal_id integer NOT NULL REFERENCES appeal (id),
  line_number integer NOT NULL CHECK (line_number >= 1),
  fine_id integer NOT NULL REFERENCES fine (id),
  settlement_id integer NULL REFERENCES settlement (id),
  paid_amount integer NULL,
  ground integer NOT NULL CHECK (ground BETWEEN 1 AND 10),
  statement text NULL,
  amount integer NOT NULL CHECK (amount >= 0),
  fees integer NOT NULL CHECK (fees >= 0),
  contested_amount integer NOT NULL CHECK (contested_amount >= 0),
  is_open integer NOT NULL CHECK (is_open IN (0, 1)),
  decision integer NULL CHECK (decision BETWEEN 1 AND 3),
  new_amount integer NULL CHECK (new_amount > 0),
  is_wrongly_recorded integer NOT NULL CHECK (is_wrongly_recorded IN (0, 1)),
  decision_reason text NULL,
  CONSTRAINT appeal_item_key PRIMARY KEY (appeal_id, line_number),
  CONSTRAINT appeal_item_contested CHECK (contested_amount <= amount),
  CONSTRAINT appeal_item_paid CHECK ((settlement_id IS NULL) = (paid_amount IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX appeal_item_fine ON appeal_item (appeal_id, fine_id);
CREATE UNIQUE INDEX appeal_item_open_fine ON appeal_item (fine_id) WHERE is_open = 1;

CREATE TABLE appeal_document (
  appeal_id integer NOT NULL REFERENCES appeal (id),
  document_number integer NOT NULL CHECK (document_number >= 1),
  title text NOT NULL,
  type integer NOT NULL CHECK (type BETWEEN 1 AND 3),
  size_bytes integer NOT NULL CHECK (size_bytes > 0),
  sha256 blob NOT NULL CHECK (length(sha256) = 32),
  content blob NOT NULL,
  caller text NOT NULL,
  request_id text NOT NULL,
  add_time text NOT NULL,
  CONSTRAINT appeal_document_key PRIMARY KEY (appeal_id, document_number)
) STRICT;

CREATE UNIQUE INDEX appeal_document_content ON appeal_document (appeal_id, sha256);

-- Written by the triggers below only; of a row that stands only the columns of its SMS change. SMS: queued 1, sent 2,
-- delivered 3, failed 4.
CREATE TABLE appeal_event (
  id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
  appeal_id integer NOT NULL REFERENCES appeal (id),
  sequence integer NOT NULL CHECK (sequence >= 1),
  stage integer NOT NULL CHECK (stage BETWEEN 1 AND 6),
  event_time text NOT NULL,
  actor text NOT NULL,
  public_note text NULL,
  sms_number text NOT NULL,
  sms_state integer NOT NULL DEFAULT 1 CHECK (sms_state BETWEEN 1 AND 4),
  sms_due_time text NOT NULL,
  sms_attempts integer NOT NULL DEFAULT 0,
  sms_lease_owner text NULL,
  sms_lease_until text NULL,
  sms_token text NULL,
  sms_text text NULL,
  sms_provider_id text NULL,
  sms_sent_time text NULL,
  sms_end_time text NULL,
  sms_failure text NULL
) STRICT;

CREATE UNIQUE INDEX appeal_event_sequence ON appeal_event (appeal_id, sequence);
CREATE INDEX appeal_event_sms ON appeal_event (sms_state, sms_due_time, id);
CREATE INDEX appeal_event_number ON appeal_event (sms_number, sms_sent_time);
CREATE UNIQUE INDEX appeal_event_token ON appeal_event (sms_token) WHERE sms_token IS NOT NULL;

CREATE TRIGGER appeal_begins BEFORE INSERT ON appeal WHEN NEW.stage <> 1
BEGIN
  SELECT RAISE(ABORT, 'appeal.stage: an appeal begins with stage 1, submitted');
END;

CREATE TRIGGER appeal_moves BEFORE UPDATE OF stage ON appeal WHEN NEW.stage <> OLD.stage
BEGIN
  SELECT RAISE(ABORT, 'appeal.stage: this move is not in appeal_stage_move')
  WHERE NOT EXISTS (SELECT 1 FROM appeal_stage_move WHERE from_stage = OLD.stage AND to_stage = NEW.stage);
  SELECT RAISE(ABORT, 'appeal.stage: an appeal ends when none of its items is open')
  WHERE NEW.stage >= 5 AND EXISTS (SELECT 1 FROM appeal_item WHERE appeal_id = OLD.id AND is_open = 1);
END;

CREATE TRIGGER appeal_begun AFTER INSERT ON appeal
BEGIN
  INSERT INTO appeal_event (appeal_id, sequence, stage, event_time, actor, public_note, sms_number, sms_due_time)
  VALUES (
    NEW.id, 1, NEW.stage, coalesce(NEW.stage_time, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    coalesce(NEW.stage_actor, 'database'), NEW.stage_note, NEW.mobile_number,
    coalesce(NEW.stage_time, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')));
  UPDATE appeal SET stage_actor = NULL, stage_note = NULL, stage_time = NULL WHERE id = NEW.id;
END;

CREATE TRIGGER appeal_moved AFTER UPDATE OF stage ON appeal WHEN NEW.stage <> OLD.stage
BEGIN
  INSERT INTO appeal_event (appeal_id, sequence, stage, event_time, actor, public_note, sms_number, sms_due_time)
  SELECT
    NEW.id, max(e.sequence) + 1, NEW.stage, coalesce(NEW.stage_time, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    coalesce(NEW.stage_actor, 'database'), NEW.stage_note, NEW.mobile_number,
    coalesce(NEW.stage_time, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  FROM appeal_event e
  WHERE e.appeal_id = NEW.id;
  UPDATE appeal SET stage_actor = NULL, stage_note = NULL, stage_time = NULL WHERE id = NEW.id;
END;

-- Kind: a fine 1, the fee of an appeal 2. Paid once pay_time is set.
CREATE TABLE refund (
  id integer NOT NULL PRIMARY KEY,
  refund_number text NOT NULL,
  kind integer NOT NULL CHECK (kind BETWEEN 1 AND 2),
  appeal_id integer NOT NULL REFERENCES appeal (id),
  fine_id integer NULL REFERENCES fine (id),
  settlement_id integer NULL REFERENCES settlement (id),
  amount integer NOT NULL CHECK (amount > 0),
  recipient_name text NOT NULL,
  recipient_national_id text NOT NULL,
  due_time text NOT NULL,
  caller text NULL,
  request_id text NULL,
  branch_code text NULL,
  counter_code text NULL,
  teller_code text NULL,
  business_date text NULL,
  pay_time text NULL,
  CONSTRAINT refund_of_one CHECK ((kind = 1) = (fine_id IS NOT NULL) AND (kind = 1) = (settlement_id IS NOT NULL)),
  CONSTRAINT refund_paid CHECK (
    (pay_time IS NULL) = (request_id IS NULL) AND (pay_time IS NULL) = (business_date IS NULL))
) STRICT;

CREATE UNIQUE INDEX refund_number ON refund (refund_number);
CREATE UNIQUE INDEX refund_fine ON refund (appeal_id, fine_id) WHERE kind = 1;
CREATE UNIQUE INDEX refund_fee ON refund (appeal_id) WHERE kind = 2;
CREATE UNIQUE INDEX refund_request ON refund (caller, request_id) WHERE request_id IS NOT NULL;
CREATE INDEX refund_recipient ON refund (recipient_national_id, id);
CREATE INDEX refund_settlement ON refund (settlement_id, fine_id) WHERE settlement_id IS NOT NULL;
CREATE INDEX refund_appeal ON refund (appeal_id, id);
CREATE INDEX refund_business_date ON refund (business_date, id) WHERE business_date IS NOT NULL;

-- Kind: a settlement 1, the fee of an appeal 2, a refund 3. The table is empty but for lists that are being compared.
DROP TABLE reconciliation_entry;

CREATE TABLE reconciliation_entry (
  run_id integer NOT NULL REFERENCES reconciliation_run (id),
  kind integer NOT NULL DEFAULT 1 CHECK (kind BETWEEN 1 AND 3),
  settlement_number text NOT NULL,
  entry_number integer NOT NULL CHECK (entry_number >= 1),
  amount integer NOT NULL CHECK (amount >= 0),
  CONSTRAINT reconciliation_entry_key PRIMARY KEY (run_id, kind, settlement_number, entry_number)
) STRICT, WITHOUT ROWID;
