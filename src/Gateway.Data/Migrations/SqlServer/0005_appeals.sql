-- Appeals, their stages with the SMS of each, documents and refunds.
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
GO

CREATE TABLE dbo.appeal_stage_move (
  from_stage int NOT NULL CONSTRAINT appeal_stage_move_from CHECK (from_stage BETWEEN 1 AND 6),
  to_stage int NOT NULL CONSTRAINT appeal_stage_move_to CHECK (to_stage BETWEEN 1 AND 6),
  CONSTRAINT appeal_stage_move_key PRIMARY KEY (from_stage, to_stage)
);

-- Submitted 1, received 2, under review 3, documents requested 4, decided 5, withdrawn 6.
INSERT INTO dbo.appeal_stage_move (from_stage, to_stage)
VALUES (1, 2), (1, 6), (2, 3), (2, 6), (3, 4), (3, 5), (3, 6), (4, 3), (4, 6);

-- Whoever moves an appeal sets stage and, in the same UPDATE, stage_actor and stage_note, the public note; stage_time
-- where it is not now. The trigger takes the three over into the event and empties them.
CREATE TABLE dbo.appeal (
  id bigint IDENTITY (1, 1) NOT NULL CONSTRAINT appeal_key PRIMARY KEY,
  appeal_number varchar(15) COLLATE Latin1_General_BIN2 NOT NULL,
  caller varchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  request_id varchar(36) COLLATE Latin1_General_BIN2 NOT NULL,
  branch_code varchar(5) COLLATE Latin1_General_BIN2 NOT NULL,
  counter_code varchar(2) COLLATE Latin1_General_BIN2 NOT NULL,
  teller_code varchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  vehicle_id bigint NULL CONSTRAINT appeal_vehicle_exists REFERENCES dbo.vehicle (id),
  driver_id bigint NULL CONSTRAINT appeal_driver_exists REFERENCES dbo.driver (id),
  is_whole bit NOT NULL,
  appellant_name nvarchar(120) NOT NULL,
  appellant_national_id varchar(14) COLLATE Latin1_General_BIN2 NOT NULL,
  mobile_number varchar(16) COLLATE Latin1_General_BIN2 NOT NULL,
  sms_language int NOT NULL CONSTRAINT appeal_sms_language CHECK (sms_language BETWEEN 1 AND 2),
  fee_amount decimal(12, 2) NOT NULL CONSTRAINT appeal_fee CHECK (fee_amount >= 0),
  fee_payment_method int NULL CONSTRAINT appeal_fee_payment_method CHECK (fee_payment_method BETWEEN 1 AND 4),
  fee_payment_reference varchar(40) COLLATE Latin1_General_BIN2 NULL,
  fee_collect_time datetime2(3) NULL,
  business_date date NOT NULL,
  submit_time datetime2(3) NOT NULL,
  due_time datetime2(3) NOT NULL,
  stage int NOT NULL CONSTRAINT appeal_stage CHECK (stage BETWEEN 1 AND 6),
  stage_actor varchar(200) COLLATE Latin1_General_BIN2 NULL,
  stage_note nvarchar(300) NULL,
  stage_time datetime2(3) NULL,
  result int NULL CONSTRAINT appeal_result CHECK (result BETWEEN 1 AND 3),
  CONSTRAINT appeal_one_subject CHECK (
    (vehicle_id IS NULL AND driver_id IS NOT NULL) OR (vehicle_id IS NOT NULL AND driver_id IS NULL)),
  CONSTRAINT appeal_fee_paid CHECK (
    (fee_amount = 0 AND fee_payment_method IS NULL) OR (fee_amount > 0 AND fee_payment_method IS NOT NULL))
);

CREATE UNIQUE INDEX appeal_number ON dbo.appeal (appeal_number);
CREATE UNIQUE INDEX appeal_request ON dbo.appeal (caller, request_id);
CREATE UNIQUE INDEX appeal_fee_payment_reference ON dbo.appeal (fee_payment_method, fee_payment_reference)
  WHERE fee_payment_reference IS NOT NULL AND fee_payment_method <> 1;
CREATE INDEX appeal_branch ON dbo.appeal (branch_code, id);
CREATE INDEX appeal_appellant ON dbo.appeal (appellant_national_id, id);
CREATE INDEX appeal_business_date ON dbo.appeal (business_date, id);
CREATE INDEX appeal_due ON dbo.appeal (due_time, id) WHERE stage < 5;

-- The end of an appeal sets is_open to 0. The filtered index is the proof that a fine is under at most one open appeal.
CREATE TABLE dbo.appeal_item (
  appeal_id bigint NOT NULL CONSTRAINT appeal_item_appeal_exists REFERENCES dbo.appeal (id),
  line_number int NOT NULL CONSTRAINT appeal_item_line CHECK (line_number >= 1),
  fine_id bigint NOT NULL CONSTRAINT appeal_item_fine_exists REFERENCES dbo.fine (id),
  settlement_id bigint NULL CONSTRAINT appeal_item_settlement_exists REFERENCES dbo.settlement (id),
  paid_amount decimal(12, 2) NULL,
  ground int NOT NULL CONSTRAINT appeal_item_ground CHECK (ground BETWEEN 1 AND 10),
  statement nvarchar(1000) NULL,
  amount decimal(12, 2) NOT NULL CONSTRAINT appeal_item_amount CHECK (amount >= 0),
  fees decimal(12, 2) NOT NULL CONSTRAINT appeal_item_fees CHECK (fees >= 0),
  contested_amount decimal(12, 2) NOT NULL,
  is_open bit NOT NULL,
  decision int NULL CONSTRAINT appeal_item_decision CHECK (decision BETWEEN 1 AND 3),
  new_amount decimal(12, 2) NULL CONSTRAINT appeal_item_new_amount CHECK (new_amount > 0),
  is_wrongly_recorded bit NOT NULL,
  decision_reason nvarchar(500) NULL,
  CONSTRAINT appeal_item_key PRIMARY KEY (appeal_id, line_number),
  CONSTRAINT appeal_item_contested CHECK (contested_amount >= 0 AND contested_amount <= amount),
  CONSTRAINT appeal_item_paid CHECK (
    (settlement_id IS NULL AND paid_amount IS NULL) OR (settlement_id IS NOT NULL AND paid_amount IS NOT NULL))
);

CREATE UNIQUE INDEX appeal_item_fine ON dbo.appeal_item (appeal_id, fine_id);
CREATE UNIQUE INDEX appeal_item_open_fine ON dbo.appeal_item (fine_id) WHERE is_open = 1;

CREATE TABLE dbo.appeal_document (
  appeal_id bigint NOT NULL CONSTRAINT appeal_document_appeal_exists REFERENCES dbo.appeal (id),
  document_number int NOT NULL CONSTRAINT appeal_document_number CHECK (document_number >= 1),
  title nvarchar(100) NOT NULL,
  type int NOT NULL CONSTRAINT appeal_document_type CHECK (type BETWEEN 1 AND 3),
  size_bytes int NOT NULL CONSTRAINT appeal_document_size CHECK (size_bytes > 0),
  sha256 binary(32) NOT NULL,
  content varbinary(max) NOT NULL,
  caller varchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  request_id varchar(36) COLLATE Latin1_General_BIN2 NOT NULL,
  add_time datetime2(3) NOT NULL,
  CONSTRAINT appeal_document_key PRIMARY KEY (appeal_id, document_number)
);

CREATE UNIQUE INDEX appeal_document_content ON dbo.appeal_document (appeal_id, sha256);

-- Written by the trigger below only; of a row that stands only the columns of its SMS change. SMS: queued 1, sent 2,
-- delivered 3, failed 4.
CREATE TABLE dbo.appeal_event (
  id bigint IDENTITY (1, 1) NOT NULL CONSTRAINT appeal_event_key PRIMARY KEY,
  appeal_id bigint NOT NULL CONSTRAINT appeal_event_appeal_exists REFERENCES dbo.appeal (id),
  sequence int NOT NULL CONSTRAINT appeal_event_position CHECK (sequence >= 1),
  stage int NOT NULL CONSTRAINT appeal_event_stage CHECK (stage BETWEEN 1 AND 6),
  event_time datetime2(3) NOT NULL,
  actor varchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  public_note nvarchar(300) NULL,
  sms_number varchar(16) COLLATE Latin1_General_BIN2 NOT NULL,
  sms_state int NOT NULL CONSTRAINT appeal_event_queued DEFAULT (1)
    CONSTRAINT appeal_event_sms_state CHECK (sms_state BETWEEN 1 AND 4),
  sms_due_time datetime2(3) NOT NULL,
  sms_attempts int NOT NULL CONSTRAINT appeal_event_no_attempt DEFAULT (0),
  sms_lease_owner varchar(100) COLLATE Latin1_General_BIN2 NULL,
  sms_lease_until datetime2(3) NULL,
  sms_token varchar(43) COLLATE Latin1_General_BIN2 NULL,
  sms_text nvarchar(400) NULL,
  sms_provider_id varchar(100) COLLATE Latin1_General_BIN2 NULL,
  sms_sent_time datetime2(3) NULL,
  sms_end_time datetime2(3) NULL,
  sms_failure varchar(100) COLLATE Latin1_General_BIN2 NULL
);

CREATE UNIQUE INDEX appeal_event_sequence ON dbo.appeal_event (appeal_id, sequence);
CREATE INDEX appeal_event_sms ON dbo.appeal_event (sms_state, sms_due_time, id);
CREATE INDEX appeal_event_number ON dbo.appeal_event (sms_number, sms_sent_time) INCLUDE (sms_state, sms_lease_until);
CREATE UNIQUE INDEX appeal_event_token ON dbo.appeal_event (sms_token) WHERE sms_token IS NOT NULL;
GO

CREATE TRIGGER dbo.appeal_stage_events ON dbo.appeal AFTER INSERT, UPDATE AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @Refused nvarchar(400);

  -- The UPDATE at the end comes here once more, with no stage changed.
  IF NOT EXISTS (
    SELECT 1 FROM inserted i LEFT JOIN deleted d ON d.id = i.id WHERE d.id IS NULL OR d.stage <> i.stage)
    RETURN;

  SELECT TOP (1) @Refused = CONCAT(
    N'Appeal ', i.appeal_number, N': stage ', COALESCE(d.stage, 0), N' cannot become ', i.stage, N'.')
  FROM inserted i
  LEFT JOIN deleted d ON d.id = i.id
  WHERE (d.id IS NULL AND i.stage <> 1)
    OR (d.stage <> i.stage AND NOT EXISTS (
      SELECT 1 FROM dbo.appeal_stage_move m WHERE m.from_stage = d.stage AND m.to_stage = i.stage));
  IF @Refused IS NOT NULL
  BEGIN
    THROW 51223, @Refused, 1;
  END;

  SELECT TOP (1) @Refused = CONCAT(N'Appeal ', i.appeal_number, N' ends when none of its items is open.')
  FROM inserted i
  JOIN deleted d ON d.id = i.id
  WHERE d.stage <> i.stage AND i.stage >= 5
    AND EXISTS (SELECT 1 FROM dbo.appeal_item t WHERE t.appeal_id = i.id AND t.is_open = 1);
  IF @Refused IS NOT NULL
  BEGIN
    THROW 51224, @Refused, 1;
  END;

  INSERT INTO dbo.appeal_event (
    appeal_id, sequence, stage, event_time, actor, public_note, sms_number, sms_due_time)
  SELECT
    i.id,
    COALESCE((SELECT MAX(e.sequence) FROM dbo.appeal_event e WHERE e.appeal_id = i.id), 0) + 1,
    i.stage,
    COALESCE(i.stage_time, SYSUTCDATETIME()),
    COALESCE(i.stage_actor, CAST(CONCAT('database ', SUSER_SNAME()) AS varchar(200))),
    i.stage_note,
    i.mobile_number,
    COALESCE(i.stage_time, SYSUTCDATETIME())
  FROM inserted i
  LEFT JOIN deleted d ON d.id = i.id
  WHERE d.id IS NULL OR d.stage <> i.stage;

  UPDATE a
  SET stage_actor = NULL, stage_note = NULL, stage_time = NULL
  FROM dbo.appeal a
  JOIN inserted i ON i.id = a.id
  LEFT JOIN deleted d ON d.id = i.id
  WHERE d.id IS NULL OR d.stage <> i.stage;
END;
GO

-- Kind: a fine 1, the fee of an appeal 2. Paid once pay_time is set.
CREATE TABLE dbo.refund (
  id bigint IDENTITY (1, 1) NOT NULL CONSTRAINT refund_key PRIMARY KEY,
  refund_number varchar(15) COLLATE Latin1_General_BIN2 NOT NULL,
  kind int NOT NULL CONSTRAINT refund_kind CHECK (kind BETWEEN 1 AND 2),
  appeal_id bigint NOT NULL CONSTRAINT refund_appeal_exists REFERENCES dbo.appeal (id),
  fine_id bigint NULL CONSTRAINT refund_fine_exists REFERENCES dbo.fine (id),
  settlement_id bigint NULL CONSTRAINT refund_settlement_exists REFERENCES dbo.settlement (id),
  amount decimal(12, 2) NOT NULL CONSTRAINT refund_amount CHECK (amount > 0),
  recipient_name nvarchar(120) NOT NULL,
  recipient_national_id varchar(14) COLLATE Latin1_General_BIN2 NOT NULL,
  due_time datetime2(3) NOT NULL,
  caller varchar(200) COLLATE Latin1_General_BIN2 NULL,
  request_id varchar(36) COLLATE Latin1_General_BIN2 NULL,
  branch_code varchar(5) COLLATE Latin1_General_BIN2 NULL,
  counter_code varchar(2) COLLATE Latin1_General_BIN2 NULL,
  teller_code varchar(20) COLLATE Latin1_General_BIN2 NULL,
  business_date date NULL,
  pay_time datetime2(3) NULL,
  CONSTRAINT refund_of_one CHECK (
    (kind = 1 AND fine_id IS NOT NULL AND settlement_id IS NOT NULL)
    OR (kind = 2 AND fine_id IS NULL AND settlement_id IS NULL)),
  CONSTRAINT refund_paid CHECK (
    (pay_time IS NULL AND request_id IS NULL AND business_date IS NULL)
    OR (pay_time IS NOT NULL AND request_id IS NOT NULL AND business_date IS NOT NULL))
);

CREATE UNIQUE INDEX refund_number ON dbo.refund (refund_number);
CREATE UNIQUE INDEX refund_fine ON dbo.refund (appeal_id, fine_id) WHERE kind = 1;
CREATE UNIQUE INDEX refund_fee ON dbo.refund (appeal_id) WHERE kind = 2;
CREATE UNIQUE INDEX refund_request ON dbo.refund (caller, request_id) WHERE request_id IS NOT NULL;
CREATE INDEX refund_recipient ON dbo.refund (recipient_national_id, id);
CREATE INDEX refund_settlement ON dbo.refund (settlement_id, fine_id) WHERE settlement_id IS NOT NULL;
CREATE INDEX refund_appeal ON dbo.refund (appeal_id, id);
CREATE INDEX refund_business_date ON dbo.refund (business_date, id) WHERE business_date IS NOT NULL;

-- Kind: a settlement 1, the fee of an appeal 2, a refund 3.
ALTER TABLE dbo.reconciliation_entry ADD kind int NOT NULL
  CONSTRAINT reconciliation_entry_settlement DEFAULT (1)
  CONSTRAINT reconciliation_entry_kind CHECK (kind BETWEEN 1 AND 3);
ALTER TABLE dbo.reconciliation_entry DROP CONSTRAINT reconciliation_entry_key;
GO

ALTER TABLE dbo.reconciliation_entry ADD CONSTRAINT reconciliation_entry_key
  PRIMARY KEY (run_id, kind, settlement_number, entry_number);
