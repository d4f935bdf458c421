-- What the role of the gateways may do with clearance certificates. Of one that stands only its revocation changes; sheets
-- and codes that no longer count are only added.
GRANT SELECT, INSERT ON dbo.clearance_certificate TO traffic_gateway;
GRANT UPDATE ON dbo.clearance_certificate (
  revoke_reason, revoke_note, revoke_actor, revoke_time) TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.clearance_sheet TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.clearance_revocation TO traffic_gateway;
