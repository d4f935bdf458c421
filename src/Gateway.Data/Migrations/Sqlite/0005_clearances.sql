-- Clearance certificates, the sheets they were printed on, and the codes that no longer count.

-- Where the registry knows it.
ALTER TABLE vehicle ADD COLUMN holder_national_id text NULL;

-- last_settlement_id: the newest settlement that the certificate leans on; it leans on the subject's older ones too.
-- Revoked once revoke_time is set. Reason: settlement reversed 1, issued in error 2, sheet lost 3, fraud 4, other 5.
CREATE TABLE clearance_certificate (
  id integer NOT NULL PRIMARY KEY,
  certificate_number text NOT NULL,
  caller text NOT NULL,
  request_id text NOT NULL,
  branch_code text NOT NULL,
  counter_code text NOT NULL,
  teller_code text NOT NULL,
  vehicle_id integer NULL REFERENCES vehicle (id),
  driver_id integer NULL REFERENCES driver (id),
  holder_name text NOT NULL,
  holder_national_id text NULL,
  last_settlement_id integer NULL REFERENCES settlement (id),
  as_of_time text NOT NULL,
  expire_time text NOT NULL,
  revoke_reason integer NULL CHECK (revoke_reason BETWEEN 1 AND 5),
  revoke_note text NULL,
  revoke_actor text NULL,
  revoke_time text NULL,
  CONSTRAINT clearance_certificate_one_subject CHECK ((vehicle_id IS NULL) <> (driver_id IS NULL)),
  CONSTRAINT clearance_certificate_validity CHECK (expire_time > as_of_time),
  CONSTRAINT clearance_certificate_revoked CHECK (
    (revoke_time IS NULL) = (revoke_reason IS NULL) AND (revoke_time IS NULL) = (revoke_actor IS NULL))
) STRICT;

CREATE UNIQUE INDEX clearance_certificate_number ON clearance_certificate (certificate_number);
CREATE UNIQUE INDEX clearance_certificate_request ON clearance_certificate (caller, request_id);
CREATE INDEX clearance_certificate_vehicle ON clearance_certificate (vehicle_id, expire_time)
  WHERE vehicle_id IS NOT NULL;
CREATE INDEX clearance_certificate_driver ON clearance_certificate (driver_id, expire_time)
  WHERE driver_id IS NOT NULL;

-- Reason of a reprint: printer fault 1, sheet damaged 2, wrong serial keyed in 3; none on the first sheet.
CREATE TABLE clearance_sheet (
  certificate_id integer NOT NULL REFERENCES clearance_certificate (id),
  sheet_number integer NOT NULL CHECK (sheet_number >= 1),
  sheet_serial text NOT NULL,
  credential_id blob NOT NULL CHECK (length(credential_id) = 8),
  qr_text text NOT NULL,
  caller text NOT NULL,
  request_id text NOT NULL,
  print_time text NOT NULL,
  reprint_reason integer NULL CHECK (reprint_reason BETWEEN 1 AND 3),
  CONSTRAINT clearance_sheet_key PRIMARY KEY (certificate_id, sheet_number),
  CONSTRAINT clearance_sheet_reprint CHECK ((sheet_number = 1) = (reprint_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX clearance_sheet_serial ON clearance_sheet (sheet_serial);
CREATE UNIQUE INDEX clearance_sheet_credential ON clearance_sheet (credential_id);
CREATE UNIQUE INDEX clearance_sheet_request ON clearance_sheet (caller, request_id);

-- Ids follow the order of the commits. State: revoked 3, superseded 4.
CREATE TABLE clearance_revocation (
  id integer NOT NULL PRIMARY KEY AUTOINCREMENT,
  credential_id blob NOT NULL REFERENCES clearance_sheet (credential_id),
  state integer NOT NULL CHECK (state BETWEEN 3 AND 4),
  revoke_time text NOT NULL,
  expire_time text NOT NULL
) STRICT;

CREATE UNIQUE INDEX clearance_revocation_credential ON clearance_revocation (credential_id, state);
CREATE INDEX clearance_revocation_expire ON clearance_revocation (expire_time, id);
