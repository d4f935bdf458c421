INSERT INTO vehicle (id, plate_letters, plate_digits, plate_kind, governorate_code, holder_name, holder_national_id)
VALUES (@Id, @Letters, @Digits, @Kind, @GovernorateCode, @HolderName, @HolderNationalId)
