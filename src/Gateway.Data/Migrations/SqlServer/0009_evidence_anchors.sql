-- The heads of the gateways' evidence logs, so that a log that was rolled back, exchanged or lost is found out.
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
GO

-- One row a log; successor: the log that was begun when this one was lost. A head only rises.
CREATE TABLE dbo.evidence_anchor (
  origin varchar(89) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT evidence_anchor_key PRIMARY KEY,
  gateway varchar(80) COLLATE Latin1_General_BIN2 NOT NULL,
  size bigint NOT NULL CONSTRAINT evidence_anchor_size CHECK (size >= 0),
  root binary(32) NOT NULL,
  update_time datetime2(3) NOT NULL,
  successor varchar(89) COLLATE Latin1_General_BIN2 NULL
);

CREATE UNIQUE INDEX evidence_anchor_gateway ON dbo.evidence_anchor (gateway)
  INCLUDE (origin, size, root, update_time) WHERE successor IS NULL;
