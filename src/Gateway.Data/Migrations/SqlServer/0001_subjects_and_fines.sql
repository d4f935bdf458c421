-- Who may be asked about, and which fines stand against them. Times are UTC; kinds and states are the numbers of the
-- contract's enums. Codes and numbers compare byte by byte; those of violations are digits, for which it is all one.
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
GO

CREATE TABLE dbo.vehicle (
  id bigint NOT NULL CONSTRAINT vehicle_key PRIMARY KEY,
  plate_letters nvarchar(3) COLLATE Latin1_General_BIN2 NOT NULL,
  plate_digits varchar(7) COLLATE Latin1_General_BIN2 NOT NULL,
  plate_kind int NOT NULL CONSTRAINT vehicle_plate_kind CHECK (plate_kind BETWEEN 1 AND 9),
  governorate_code varchar(2) COLLATE Latin1_General_BIN2 NOT NULL,
  holder_name nvarchar(120) NOT NULL,
  CONSTRAINT vehicle_plate_form CHECK (
    (plate_letters = N'' AND governorate_code <> '') OR (plate_letters <> N'' AND governorate_code = ''))
);

CREATE UNIQUE INDEX vehicle_plate ON dbo.vehicle (plate_digits, plate_letters, plate_kind, governorate_code);

CREATE TABLE dbo.driver (
  id bigint NOT NULL CONSTRAINT driver_key PRIMARY KEY,
  licence_number varchar(14) COLLATE Latin1_General_BIN2 NOT NULL,
  traffic_unit_code varchar(4) COLLATE Latin1_General_BIN2 NOT NULL,
  national_id varchar(14) COLLATE Latin1_General_BIN2 NOT NULL,
  holder_name nvarchar(120) NOT NULL
);

CREATE UNIQUE INDEX driver_licence ON dbo.driver (licence_number, traffic_unit_code);
CREATE UNIQUE INDEX driver_national_id ON dbo.driver (national_id);

CREATE TABLE dbo.violation_code (
  code varchar(10) NOT NULL CONSTRAINT violation_code_key PRIMARY KEY,
  description_ar nvarchar(200) NOT NULL,
  description_en nvarchar(200) NOT NULL,
  law_article nvarchar(20) NOT NULL,
  minimum_amount decimal(12, 2) NOT NULL CONSTRAINT violation_code_minimum CHECK (minimum_amount >= 0),
  maximum_amount decimal(12, 2) NOT NULL,
  CONSTRAINT violation_code_range CHECK (maximum_amount >= minimum_amount)
);

CREATE TABLE dbo.fine (
  id bigint NOT NULL CONSTRAINT fine_key PRIMARY KEY,
  fine_number varchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  vehicle_id bigint NULL CONSTRAINT fine_vehicle_exists REFERENCES dbo.vehicle (id),
  driver_id bigint NULL CONSTRAINT fine_driver_exists REFERENCES dbo.driver (id),
  violation_code varchar(10) NOT NULL
    CONSTRAINT fine_violation_exists REFERENCES dbo.violation_code (code),
  violation_time datetime2(3) NOT NULL,
  governorate_code varchar(2) COLLATE Latin1_General_BIN2 NOT NULL,
  place_ar nvarchar(200) NOT NULL,
  place_en nvarchar(200) NOT NULL,
  amount decimal(12, 2) NOT NULL CONSTRAINT fine_amount CHECK (amount >= 0),
  fees decimal(12, 2) NOT NULL CONSTRAINT fine_fees CHECK (fees >= 0),
  status int NOT NULL CONSTRAINT fine_status CHECK (status BETWEEN 1 AND 4),
  CONSTRAINT fine_one_subject CHECK (
    (vehicle_id IS NULL AND driver_id IS NOT NULL) OR (vehicle_id IS NOT NULL AND driver_id IS NULL))
);

CREATE UNIQUE INDEX fine_number ON dbo.fine (fine_number);
CREATE INDEX fine_vehicle ON dbo.fine (vehicle_id, violation_time, id)
  INCLUDE (status, amount, fees) WHERE vehicle_id IS NOT NULL;
CREATE INDEX fine_driver ON dbo.fine (driver_id, violation_time, id)
  INCLUDE (status, amount, fees) WHERE driver_id IS NOT NULL;
