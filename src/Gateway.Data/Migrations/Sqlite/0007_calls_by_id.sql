-- The kept answers by the id of the call that carried them out, under which their evidence stands.
CREATE INDEX call_result_call ON call_result (call_id);
