-- Who may be asked about, and which fines stand against them. Money is whole piastres; times are ISO 8601 UTC with
-- milliseconds and Z; kinds and states are the numbers of the contract's enums.

CREATE TABLE vehicle (
  id integer NOT NULL PRIMARY KEY,
  plate_letters text NOT NULL,
  plate_digits text NOT NULL,
  plate_kind integer NOT NULL CHECK (plate_kind BETWEEN 1 AND 9),
  governorate_code text NOT NULL,
  holder_name text NOT NULL,
  CONSTRAINT vehicle_plate_form CHECK ((plate_letters = '') <> (governorate_code = ''))
) STRICT;

CREATE UNIQUE INDEX vehicle_plate ON vehicle (plate_digits, plate_letters, plate_kind, governorate_code);

CREATE TABLE driver (
  id integer NOT NULL PRIMARY KEY,
  licence_number text NOT NULL,
  traffic_unit_code text NOT NULL,
  national_id text NOT NULL,
  holder_name text NOT NULL
) STRICT;

CREATE UNIQUE INDEX driver_licence ON driver (licence_number, traffic_unit_code);
CREATE UNIQUE INDEX driver_national_id ON driver (national_id);

CREATE TABLE violation_code (
  code text NOT NULL PRIMARY KEY,
  description_ar text NOT NULL,
  description_en text NOT NULL,
  law_article text NOT NULL,
  minimum_amount integer NOT NULL CHECK (minimum_amount >= 0),
  maximum_amount integer NOT NULL,
  CONSTRAINT violation_code_range CHECK (maximum_amount >= minimum_amount)
) STRICT;

CREATE TABLE fine (
  id integer NOT NULL PRIMARY KEY,
  fine_number text NOT NULL,
  vehicle_id integer NULL REFERENCES vehicle (id),
  driver_id integer NULL REFERENCES driver (id),
  violation_code text NOT NULL REFERENCES violation_code (code),
  violation_time text NOT NULL,
  governorate_code text NOT NULL,
  place_ar text NOT NULL,
  place_en text NOT NULL,
  amount integer NOT NULL CHECK (amount >= 0),
  fees integer NOT NULL CHECK (fees >= 0),
  status integer NOT NULL CHECK (status BETWEEN 1 AND 4),
  CONSTRAINT fine_one_subject CHECK ((vehicle_id IS NULL) <> (driver_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX fine_number ON fine (fine_number);
CREATE INDEX fine_vehicle ON fine (vehicle_id, violation_time, id) WHERE vehicle_id IS NOT NULL;
CREATE INDEX fine_driver ON fine (driver_id, violation_time, id) WHERE driver_id IS NOT NULL;
