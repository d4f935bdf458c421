SELECT COALESCE(MAX(id), 0) FROM clearance_revocation
