-- What was taken back, and the post's list of a day while it is compared.
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
GO

CREATE TABLE dbo.settlement_reversal (
  settlement_id bigint NOT NULL CONSTRAINT settlement_reversal_key PRIMARY KEY
    CONSTRAINT settlement_reversal_settlement_exists REFERENCES dbo.settlement (id),
  caller varchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  request_id varchar(36) COLLATE Latin1_General_BIN2 NOT NULL,
  branch_code varchar(5) COLLATE Latin1_General_BIN2 NULL,
  counter_code varchar(2) COLLATE Latin1_General_BIN2 NULL,
  teller_code varchar(20) COLLATE Latin1_General_BIN2 NULL,
  reason int NOT NULL CONSTRAINT settlement_reversal_reason CHECK (reason BETWEEN 1 AND 4),
  note nvarchar(200) NULL,
  reverse_time datetime2(3) NOT NULL
);

CREATE UNIQUE INDEX settlement_reversal_request ON dbo.settlement_reversal (caller, request_id);

CREATE TABLE dbo.reconciliation_run (
  id bigint IDENTITY (1, 1) NOT NULL CONSTRAINT reconciliation_run_key PRIMARY KEY,
  caller varchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  request_id varchar(36) COLLATE Latin1_General_BIN2 NOT NULL,
  business_date date NOT NULL,
  start_time datetime2(3) NOT NULL
);

CREATE TABLE dbo.reconciliation_entry (
  run_id bigint NOT NULL CONSTRAINT reconciliation_entry_run_exists REFERENCES dbo.reconciliation_run (id),
  settlement_number varchar(15) COLLATE Latin1_General_BIN2 NOT NULL,
  entry_number int NOT NULL CONSTRAINT reconciliation_entry_number CHECK (entry_number >= 1),
  amount decimal(12, 2) NOT NULL CONSTRAINT reconciliation_entry_amount CHECK (amount >= 0),
  CONSTRAINT reconciliation_entry_key PRIMARY KEY (run_id, settlement_number, entry_number)
);
