-- Clearance certificates, the sheets they were printed on, and the codes that no longer count.
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
GO

-- Where the registry knows it.
ALTER TABLE dbo.vehicle ADD holder_national_id varchar(14) COLLATE Latin1_General_BIN2 NULL;
GO

-- last_settlement_id: the newest settlement that the certificate leans on; it leans on the subject's older ones too.
-- Revoked once revoke_time is set. Reason: settlement reversed 1, issued in error 2, sheet lost 3, fraud 4, other 5.
CREATE TABLE dbo.clearance_certificate (
  id bigint IDENTITY (1, 1) NOT NULL CONSTRAINT clearance_certificate_key PRIMARY KEY,
  certificate_number varchar(15) COLLATE Latin1_General_BIN2 NOT NULL,
  caller varchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  request_id varchar(36) COLLATE Latin1_General_BIN2 NOT NULL,
  branch_code varchar(5) COLLATE Latin1_General_BIN2 NOT NULL,
  counter_code varchar(2) COLLATE Latin1_General_BIN2 NOT NULL,
  teller_code varchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  vehicle_id bigint NULL CONSTRAINT clearance_certificate_vehicle_exists REFERENCES dbo.vehicle (id),
  driver_id bigint NULL CONSTRAINT clearance_certificate_driver_exists REFERENCES dbo.driver (id),
  holder_name nvarchar(120) NOT NULL,
  holder_national_id varchar(14) COLLATE Latin1_General_BIN2 NULL,
  last_settlement_id bigint NULL CONSTRAINT clearance_certificate_settlement_exists REFERENCES dbo.settlement (id),
  as_of_time datetime2(3) NOT NULL,
  expire_time datetime2(3) NOT NULL,
  revoke_reason int NULL CONSTRAINT clearance_certificate_revoke_reason CHECK (revoke_reason BETWEEN 1 AND 5),
  revoke_note nvarchar(200) NULL,
  revoke_actor varchar(200) COLLATE Latin1_General_BIN2 NULL,
  revoke_time datetime2(3) NULL,
  CONSTRAINT clearance_certificate_one_subject CHECK (
    (vehicle_id IS NULL AND driver_id IS NOT NULL) OR (vehicle_id IS NOT NULL AND driver_id IS NULL)),
  CONSTRAINT clearance_certificate_validity CHECK (expire_time > as_of_time),
  CONSTRAINT clearance_certificate_revoked CHECK (
    (revoke_time IS NULL AND revoke_reason IS NULL AND revoke_actor IS NULL)
    OR (revoke_time IS NOT NULL AND revoke_reason IS NOT NULL AND revoke_actor IS NOT NULL))
);

CREATE UNIQUE INDEX clearance_certificate_number ON dbo.clearance_certificate (certificate_number);
CREATE UNIQUE INDEX clearance_certificate_request ON dbo.clearance_certificate (caller, request_id);
CREATE INDEX clearance_certificate_vehicle ON dbo.clearance_certificate (vehicle_id, expire_time)
  INCLUDE (last_settlement_id, revoke_time) WHERE vehicle_id IS NOT NULL;
CREATE INDEX clearance_certificate_driver ON dbo.clearance_certificate (driver_id, expire_time)
  INCLUDE (last_settlement_id, revoke_time) WHERE driver_id IS NOT NULL;

-- Reason of a reprint: printer fault 1, sheet damaged 2, wrong serial keyed in 3; none on the first sheet.
CREATE TABLE dbo.clearance_sheet (
  certificate_id bigint NOT NULL CONSTRAINT clearance_sheet_certificate_exists
    REFERENCES dbo.clearance_certificate (id),
  sheet_number int NOT NULL CONSTRAINT clearance_sheet_number CHECK (sheet_number >= 1),
  sheet_serial varchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  credential_id varbinary(8) NOT NULL
    CONSTRAINT clearance_sheet_credential_length CHECK (DATALENGTH(credential_id) = 8),
  qr_text varchar(1024) COLLATE Latin1_General_BIN2 NOT NULL,
  caller varchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  request_id varchar(36) COLLATE Latin1_General_BIN2 NOT NULL,
  print_time datetime2(3) NOT NULL,
  reprint_reason int NULL CONSTRAINT clearance_sheet_reprint_reason CHECK (reprint_reason BETWEEN 1 AND 3),
  CONSTRAINT clearance_sheet_key PRIMARY KEY (certificate_id, sheet_number),
  CONSTRAINT clearance_sheet_reprint CHECK (
    (sheet_number = 1 AND reprint_reason IS NULL) OR (sheet_number > 1 AND reprint_reason IS NOT NULL))
);

CREATE UNIQUE INDEX clearance_sheet_serial ON dbo.clearance_sheet (sheet_serial);
CREATE UNIQUE INDEX clearance_sheet_credential ON dbo.clearance_sheet (credential_id);
CREATE UNIQUE INDEX clearance_sheet_request ON dbo.clearance_sheet (caller, request_id);

-- Ids follow the order of the commits: whoever writes holds the lock 'clearance revocations'. State: revoked 3,
-- superseded 4.
CREATE TABLE dbo.clearance_revocation (
  id bigint IDENTITY (1, 1) NOT NULL CONSTRAINT clearance_revocation_key PRIMARY KEY,
  credential_id varbinary(8) NOT NULL CONSTRAINT clearance_revocation_sheet_exists
    REFERENCES dbo.clearance_sheet (credential_id),
  state int NOT NULL CONSTRAINT clearance_revocation_state CHECK (state BETWEEN 3 AND 4),
  revoke_time datetime2(3) NOT NULL,
  expire_time datetime2(3) NOT NULL
);

CREATE UNIQUE INDEX clearance_revocation_credential ON dbo.clearance_revocation (credential_id, state)
  INCLUDE (revoke_time);
CREATE INDEX clearance_revocation_expire ON dbo.clearance_revocation (expire_time, id) INCLUDE (credential_id, state);
