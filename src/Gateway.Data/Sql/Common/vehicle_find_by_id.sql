SELECT
  id AS Id,
  plate_letters AS Letters,
  plate_digits AS Digits,
  plate_kind AS Kind,
  governorate_code AS GovernorateCode,
  holder_name AS HolderName,
  holder_national_id AS HolderNationalId
FROM vehicle
WHERE id = @Id
