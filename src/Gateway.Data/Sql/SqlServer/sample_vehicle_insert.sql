-- @Rows is a JSON array of objects with the columns as members.
INSERT INTO vehicle (id, plate_letters, plate_digits, plate_kind, governorate_code, holder_name, holder_national_id)
SELECT r.id, r.plate_letters, r.plate_digits, r.plate_kind, r.governorate_code, r.holder_name,
  r.holder_national_id
FROM OPENJSON(@Rows) WITH (
  id bigint, plate_letters nvarchar(3), plate_digits varchar(7), plate_kind int, governorate_code varchar(2),
  holder_name nvarchar(120), holder_national_id varchar(14)) AS r
