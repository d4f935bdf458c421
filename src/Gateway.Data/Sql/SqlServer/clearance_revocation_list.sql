SELECT TOP (@Limit)
  id AS Id,
  credential_id AS CredentialId,
  state AS State,
  revoke_time AS RevokeTime,
  expire_time AS ExpireTime
FROM clearance_revocation
WHERE id > @AfterId
ORDER BY id
