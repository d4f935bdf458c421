-- Those of certificates whose validity has not ended.
SELECT
  id AS Id,
  credential_id AS CredentialId,
  state AS State,
  revoke_time AS RevokeTime,
  expire_time AS ExpireTime
FROM clearance_revocation
WHERE expire_time > @Now
ORDER BY id
