INSERT INTO clearance_revocation (credential_id, state, revoke_time, expire_time)
VALUES (@CredentialId, @State, @RevokeTime, @ExpireTime)
