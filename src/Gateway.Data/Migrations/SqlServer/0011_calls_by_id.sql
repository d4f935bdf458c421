-- The kept answers by the id of the call that carried them out, under which their evidence stands.
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
GO

CREATE INDEX call_result_call ON dbo.call_result (call_id);
