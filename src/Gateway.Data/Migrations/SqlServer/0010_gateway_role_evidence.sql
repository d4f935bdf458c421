-- What the role of the gateways may do with the heads of their evidence logs. None is deleted.
GRANT SELECT, INSERT ON dbo.evidence_anchor TO traffic_gateway;
GRANT UPDATE ON dbo.evidence_anchor (size, root, update_time, successor) TO traffic_gateway;
