-- What was paid, the answers that retries get again, and the days to which payments count.
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
GO

CREATE TABLE dbo.settlement (
  id bigint IDENTITY (1, 1) NOT NULL CONSTRAINT settlement_key PRIMARY KEY,
  settlement_number varchar(15) COLLATE Latin1_General_BIN2 NOT NULL,
  caller varchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  request_id varchar(36) COLLATE Latin1_General_BIN2 NOT NULL,
  branch_code varchar(5) COLLATE Latin1_General_BIN2 NOT NULL,
  counter_code varchar(2) COLLATE Latin1_General_BIN2 NOT NULL,
  teller_code varchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  vehicle_id bigint NULL CONSTRAINT settlement_vehicle_exists REFERENCES dbo.vehicle (id),
  driver_id bigint NULL CONSTRAINT settlement_driver_exists REFERENCES dbo.driver (id),
  total decimal(12, 2) NOT NULL CONSTRAINT settlement_total CHECK (total >= 0),
  payment_method int NOT NULL CONSTRAINT settlement_payment_method CHECK (payment_method BETWEEN 1 AND 4),
  payment_amount decimal(12, 2) NOT NULL,
  payment_reference varchar(40) COLLATE Latin1_General_BIN2 NULL,
  collect_time datetime2(3) NOT NULL,
  payer_name nvarchar(120) NULL,
  payer_national_id varchar(14) COLLATE Latin1_General_BIN2 NULL,
  payer_mobile_number varchar(16) COLLATE Latin1_General_BIN2 NULL,
  business_date date NOT NULL,
  settle_time datetime2(3) NOT NULL,
  CONSTRAINT settlement_paid_in_full CHECK (payment_amount = total),
  CONSTRAINT settlement_one_subject CHECK (
    (vehicle_id IS NULL AND driver_id IS NOT NULL) OR (vehicle_id IS NOT NULL AND driver_id IS NULL))
);

CREATE UNIQUE INDEX settlement_number ON dbo.settlement (settlement_number);
CREATE UNIQUE INDEX settlement_request ON dbo.settlement (caller, request_id);
CREATE UNIQUE INDEX settlement_payment_reference ON dbo.settlement (payment_method, payment_reference)
  WHERE payment_reference IS NOT NULL AND payment_method <> 1;
CREATE INDEX settlement_business_date ON dbo.settlement (business_date, branch_code, id);

-- A reversal sets is_active to 0. The filtered index is the proof that a fine stands in at most one settlement that is
-- not reversed.
CREATE TABLE dbo.settlement_item (
  settlement_id bigint NOT NULL CONSTRAINT settlement_item_settlement_exists REFERENCES dbo.settlement (id),
  line_number int NOT NULL CONSTRAINT settlement_item_line CHECK (line_number >= 1),
  fine_id bigint NOT NULL CONSTRAINT settlement_item_fine_exists REFERENCES dbo.fine (id),
  amount decimal(12, 2) NOT NULL CONSTRAINT settlement_item_amount CHECK (amount >= 0),
  is_active bit NOT NULL,
  CONSTRAINT settlement_item_key PRIMARY KEY (settlement_id, line_number)
);

CREATE UNIQUE INDEX settlement_item_active_fine ON dbo.settlement_item (fine_id) WHERE is_active = 1;

-- State: answered 1; abandoned 2: never carried out; expired 3: carried out, but neither request nor response is kept.
CREATE TABLE dbo.call_result (
  caller varchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  request_id varchar(36) COLLATE Latin1_General_BIN2 NOT NULL,
  method varchar(120) COLLATE Latin1_General_BIN2 NOT NULL,
  request_sha256 binary(32) NOT NULL,
  request varbinary(max) NOT NULL,
  response varbinary(max) NOT NULL,
  call_id varchar(36) COLLATE Latin1_General_BIN2 NOT NULL,
  create_time datetime2(3) NOT NULL,
  state int NOT NULL CONSTRAINT call_result_answered DEFAULT (1)
    CONSTRAINT call_result_state CHECK (state BETWEEN 1 AND 3),
  CONSTRAINT call_result_key PRIMARY KEY (caller, request_id)
);

CREATE TABLE dbo.business_day (
  business_date date NOT NULL CONSTRAINT business_day_key PRIMARY KEY,
  is_closed bit NOT NULL,
  close_time datetime2(3) NULL,
  close_caller varchar(200) COLLATE Latin1_General_BIN2 NULL,
  close_reason nvarchar(200) NULL
);
