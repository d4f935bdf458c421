INSERT INTO vehicle (id, plate_letters, plate_digits, plate_kind, governorate_code, holder_name)
VALUES (@Id, @Letters, @Digits, @Kind, @GovernorateCode, @HolderName)
