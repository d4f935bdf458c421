SELECT COUNT(*) AS Found FROM appeal_event WHERE sms_token = @Token
