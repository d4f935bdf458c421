-- One that was revoked by now is left alone.
UPDATE clearance_certificate
SET
  revoke_reason = @RevokeReason,
  revoke_note = @RevokeNote,
  revoke_actor = @RevokeActor,
  revoke_time = @RevokeTime
WHERE id = @Id AND revoke_time IS NULL
