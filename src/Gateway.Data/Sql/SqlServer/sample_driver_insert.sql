-- @Rows is a JSON array of objects with the columns as members.
INSERT INTO driver (id, licence_number, traffic_unit_code, national_id, holder_name)
SELECT r.id, r.licence_number, r.traffic_unit_code, r.national_id, r.holder_name
FROM OPENJSON(@Rows) WITH (
  id bigint, licence_number varchar(14), traffic_unit_code varchar(4), national_id varchar(14),
  holder_name nvarchar(120)) AS r
