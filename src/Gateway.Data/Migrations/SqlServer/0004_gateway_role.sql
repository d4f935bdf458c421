-- What the gateway's own login may do, and no more: CREATE USER [gateway] FOR LOGIN [gateway];
-- ALTER ROLE traffic_gateway ADD MEMBER [gateway]. Nothing is deleted but the post's list of a day after it was
-- compared; of what the prosecution keeps only the state of a fine is changed.
CREATE ROLE traffic_gateway;
GO

GRANT SELECT ON dbo.schema_script TO traffic_gateway;
GRANT SELECT ON dbo.vehicle TO traffic_gateway;
GRANT SELECT ON dbo.driver TO traffic_gateway;
GRANT SELECT ON dbo.violation_code TO traffic_gateway;
GRANT SELECT ON dbo.fine TO traffic_gateway;
GRANT UPDATE ON dbo.fine (status) TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.settlement TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.settlement_item TO traffic_gateway;
GRANT UPDATE ON dbo.settlement_item (is_active) TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.settlement_reversal TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.call_result TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.business_day TO traffic_gateway;
GRANT UPDATE ON dbo.business_day (is_closed, close_time, close_caller, close_reason) TO traffic_gateway;
GRANT SELECT, INSERT, DELETE ON dbo.reconciliation_run TO traffic_gateway;
GRANT SELECT, INSERT, DELETE ON dbo.reconciliation_entry TO traffic_gateway;
