-- What the role of the gateways may do with appeals. It does not write events: the trigger does, and of an event only
-- the columns of its SMS are changed.
GRANT SELECT ON dbo.appeal_event TO traffic_gateway;
GRANT UPDATE ON dbo.appeal_event (
  sms_state, sms_due_time, sms_attempts, sms_lease_owner, sms_lease_until, sms_token, sms_text, sms_provider_id,
  sms_sent_time, sms_end_time, sms_failure) TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.appeal TO traffic_gateway;
GRANT UPDATE ON dbo.appeal (stage, stage_actor, stage_note, stage_time, result) TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.appeal_item TO traffic_gateway;
GRANT UPDATE ON dbo.appeal_item (
  is_open, decision, new_amount, is_wrongly_recorded, decision_reason) TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.appeal_document TO traffic_gateway;
GRANT SELECT, INSERT ON dbo.refund TO traffic_gateway;
GRANT UPDATE ON dbo.refund (
  caller, request_id, branch_code, counter_code, teller_code, business_date, pay_time) TO traffic_gateway;
GRANT UPDATE ON dbo.fine (amount) TO traffic_gateway;
