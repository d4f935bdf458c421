-- The heads of the gateways' evidence logs, so that a log that was rolled back, exchanged or lost is found out.

-- One row a log; successor: the log that was begun when this one was lost. A head only rises.
CREATE TABLE evidence_anchor (
  origin text NOT NULL PRIMARY KEY,
  gateway text NOT NULL,
  size integer NOT NULL CHECK (size >= 0),
  root blob NOT NULL CHECK (length(root) = 32),
  update_time text NOT NULL,
  successor text NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX evidence_anchor_gateway ON evidence_anchor (gateway) WHERE successor IS NULL;
